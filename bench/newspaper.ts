/** Numbers that look random and are the same every time (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹']
const givenNames = [
  '晓岚',
  '志远',
  '文静',
  '立冬',
  '一诺',
  '小满',
  '海峰',
  '雨桐',
  '国梁',
  '思齐',
  '明',
  '洁',
  '涛',
  '敏',
]
const places = ['南桥镇', '青石巷', '临江区', '柳林村', '东湖公园', '北门街道', '望山县', '稻香里']
const subjects = [
  '供水管网',
  '社区食堂',
  '图书分馆',
  '湿地步道',
  '老旧电梯',
  '农贸市场',
  '中小学课后服务',
  '夜间公交',
]
const verbs = ['改造完成', '投入使用', '征求意见', '启动试点', '扩容提质', '延长开放']
const sentences = [
  '工程自春天开工以来，施工单位分段推进，尽量减少对居民出行的影响',
  '负责人介绍，今后还将根据使用情况继续完善，让更多人受益',
  '住在附近的老人说，以前要走很远的路，如今出门就能办成事',
  '记者在现场看到，几位工作人员正在逐户登记，耐心回答大家的提问',
  '据统计，上半年共收到各类建议一百余条，其中大部分已经采纳',
  '有关部门提醒，遇到恶劣天气应当提前安排，注意安全',
  '这项工作列入了今年的民生实事，计划在年底前全部完成',
]

/** One page of an invented newspaper, always the same for one seed: some articles of two to five paragraphs each. */
export function makePage(seed: number, options: { articles?: number } = {}): string {
  const next = numbersFrom(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)]!
  const count = options.articles ?? 6 + Math.floor(next() * 5)
  const articles = Array.from({ length: count }, () => {
    const place = pick(places)
    const subject = pick(subjects)
    const author = `${pick(surnames)}${pick(givenNames)}`
    const paragraphs = Array.from({ length: 2 + Math.floor(next() * 4) }, () =>
      Array.from({ length: 2 + Math.floor(next() * 4) }, () => `${pick(sentences)}。`).join(''),
    )
    const [first, ...rest] = paragraphs
    const lead = `本报讯（记者 ${author}）${place}${subject}日前${pick(verbs)}。${first}`
    return [`${place}${subject}${pick(verbs)}`, '', lead, ...rest].join('\n')
  })
  return `${articles.join('\n\n')}\n`
}
