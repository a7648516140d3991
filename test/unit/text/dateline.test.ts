import { expect, it } from 'vitest'

import { datelineBefore } from '../../../src/core/text/dateline.ts'
import { bodyOf } from '../../newsroom.ts'

const none = { agency: null, place: null, date: null }

it('stands before a text that does not begin with it', () => {
  const dateline = { ...none, agency: '新华社', place: '北京', date: '10月24日' }
  expect(datelineBefore(dateline, bodyOf('今天上午，大桥通车。'))).toBe('新华社 北京 10月24日')
  expect(datelineBefore({ ...none, place: '巴黎' }, null)).toBe('巴黎')
  expect(datelineBefore(none, bodyOf('今天上午，大桥通车。'))).toBeNull()
})

it.each([
  '本报讯（记者 甲）今天上午，大桥通车。',
  '（本报讯）今天上午，大桥通车。',
  '　【本报讯】大桥通车。',
])('is not said twice: %s', (text) => {
  expect(datelineBefore({ ...none, agency: '本报' }, bodyOf(text))).toBeNull()
})
