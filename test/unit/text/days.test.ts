import { describe, expect, it } from 'vitest'

import { newspaperDay, newspaperTime } from '../../../src/core/days.ts'

describe('a moment, where the newspaper is made', () => {
  it('has the day and the clock of China, whatever the zone of the server', () => {
    const at = '2024-10-23T16:05:59.000Z'
    expect(newspaperDay(at)).toBe('2024-10-24')
    expect(newspaperTime(at)).toBe('00:05')
    expect(newspaperTime('2024-10-24T03:00:00.000Z')).toBe('11:00')
  })
})
