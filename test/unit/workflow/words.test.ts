import { describe, expect, it } from 'vitest'

import { blocker, blockerCodes, describeBlocker, type BlockerCode } from '../../../src/core/workflow/index.ts'
import { workflow as en } from '../../../src/translations/en/workflow.ts'
import { workflow as zh } from '../../../src/translations/zh/workflow.ts'

const codes = Object.keys(blockerCodes) as BlockerCode[]

describe('reasons in words', () => {
  it.each(codes)('%s says in both languages what it is, what stands in the way, what to do', (code) => {
    const places = (words: typeof en): string[] =>
      Object.values(words.blockers[code])
        .flatMap((line: string) => line.match(/\{\w+\}/g) ?? [])
        .sort()
    for (const words of [en, zh])
      for (const line of Object.values(words.blockers[code])) expect(line.trim()).not.toBe('')
    expect(new Set(places(zh))).toEqual(new Set(places(en)))
    expect(zh.blockers[code].title + zh.blockers[code].fix).toMatch(/[一-鿿]/)
  })

  it('says stages, roles and fields in the same language', () => {
    const wrong = blocker('stage.wrong', { stage: 'draft', stages: 'review1,review2' })
    expect(describeBlocker(wrong, zh).what).toBe('稿件在“草稿”，这一步只能在初审、复审进行。')
    expect(describeBlocker(blocker('who.role', { roles: 'chief,system' }), en).what).toBe(
      'This is done by: chief, the system.',
    )
    expect(describeBlocker(blocker('input.missing', { field: 'opinion' }), zh).what).toBe('请填写审稿意见。')
  })

  it('takes a parameter for what it is, even one that looks like a place or a key', () => {
    const odd = blocker('content.field', { name: '{message}', message: 'constructor' })
    expect(describeBlocker(odd, en).what).toBe('{message}: constructor')
  })
})
