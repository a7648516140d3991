import { describe, expect, it } from 'vitest'
import { readByline } from '../../../src/core/transcript/byline.ts'
import { fold } from '../../../src/core/transcript/fold.ts'
import { readNames } from '../../../src/core/transcript/names.ts'

const people = (text: string, loose = false): string[] | undefined =>
  readByline(fold(text), loose)?.authors.map(({ name, role }) => `${name}:${role}`)

describe('bylines', () => {
  it.each([
    ['本报记者 陆一舟 何晓棠', ['陆一舟:reporter', '何晓棠:reporter']],
    ['记者 陆一舟 通讯员 何晓棠', ['陆一舟:reporter', '何晓棠:correspondent']],
    ['（陆一舟、何晓棠）', ['陆一舟:author', '何晓棠:author']],
    ['本报驻埃及记者段晓平', ['段晓平:reporter']],
    ['中央人民广播电台记者段晓平、新华社记者何晓棠', ['段晓平:reporter', '何晓棠:reporter']],
    ['朱  磊', ['朱磊:author']],
    ['桑 秋 圃', ['桑秋圃:author']],
    ['欧阳朵', ['欧阳朵:author']],
    ['买买提·阿不都', ['买买提·阿不都:author']],
    ['◇ 林远', ['林远:author']],
    ['（柯远编译）', ['柯远:translator']],
    ['实习生 林远', ['林远:intern']],
    ['林晓文', ['林晓文:author']],
    ['（湖北某市交通局熊立元 毕宗远）', ['熊立元:author', '毕宗远:author']],
    ['法律服务中心 闵知远', ['闵知远:author']],
    ['（某银行北郊分行熊立元）', ['熊立元:author']],
    ['濮阳晴（小学教师）', ['濮阳晴:author']],
  ])('%s', (text, expected) => {
    expect(people(text)).toEqual(expected)
  })

  it.each([
    '（篆刻）',
    '（油画）',
    '江西',
    '项目 名次 队名',
    '（下转第3版）',
    '产业兴旺 经济发达',
    '他说得很好',
    '第三名',
    '同志们',
    '本报讯',
    '催 告 函',
    '启  事',
    '旧物记',
    '搪瓷盆',
  ])('%s names nobody', (text) => {
    expect(readByline(fold(text))?.authors ?? []).toEqual([])
  })

  it('a photographer is credited, not an author', () => {
    for (const text of [
      '本报记者 陆一舟 摄',
      '（新华社记者陆一舟摄）',
      '新华社发（陆一舟 摄）',
      '陆一舟 绘',
    ]) {
      expect(readByline(fold(text))).toMatchObject({ authors: [], photoCredits: ['陆一舟'] })
    }
  })

  it('who writes and photographs is both', () => {
    for (const text of ['陆一舟 文/图', '文/图 陆一舟', '陆一舟 摄影报道']) {
      expect(readByline(fold(text))).toMatchObject({
        authors: [{ name: '陆一舟' }],
        photoCredits: ['陆一舟'],
      })
    }
    expect(readByline('文/陆一舟 图/何晓棠')).toMatchObject({
      authors: [{ name: '陆一舟' }],
      photoCredits: ['何晓棠'],
    })
  })

  it('an organisation that signs is no person', () => {
    expect(readByline('本报评论员')).toMatchObject({ authors: [], organisations: ['本报评论员'] })
  })

  it('names need no surname, but a word of the language is none', () => {
    expect(readNames('剑武 安远远', 'strict')).toEqual(['剑武', '安远远'])
    expect(readNames('我们 大家', 'strict')).toBeNull()
    expect(people('沙浦老农')).toBeUndefined()
    expect(people('沙浦老农', true)).toEqual(['沙浦老农:author'])
  })
})
