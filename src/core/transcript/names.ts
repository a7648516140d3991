import { surnameLength } from './surnames.ts'

/** Characters that a given name practically never has. */
const neverInNames =
  /[的了着过我你他她它们这那哪什么怎吗呢吧啊是没不也都就还很把被让给从往对于与及或但且则因所如虽]/
/** Characters of ordinary words: without a known surname, a word with one is taken for no name. */
const ordinary =
  /[谁又向而为果当时候会能可将已曾正在有上下里外前后内间版报社电讯局厅部院校厂店街路号楼省县区镇乡村组委队站处科室期页第图月日年元米斤人导读趣闻专栏回应新名记话谈录事物船车桥书诗茶酒灯街树屋粥饭菜鞋伞钟碗盆椅锅]/
/** Words in brackets or above a text that are no names: kinds of pictures and texts, and places (GB/T 2260, provinces and their seats). */
const noNames = new Set(
  (
    '篆刻 油画 漫画 摘译 国画 中国画 版画 水彩 水彩画 木刻 套色木刻 石膏 雕塑 书法 摄影 剪纸 速写 素描 照片 组图 图片 资料 节选 节录 待续 未完待续 全文 选登 连载 ' +
    '附图 传真 传真照片 资料片 新华社稿 诗 歌词 散文 小说 图表 上接 下转 同上 完 上 下 中 一 二 三 项目 名次 队名 组别 城市 股票 收盘 积分 场次 泣告 敬启 谨启 谨告 鞠躬 敬上 ' +
    '公告 启事 声明 通告 讣告 催告 催告函 函告 公示 告示 通知 通报 更正 勘误 辟谣 广告 招聘 鸣谢 致歉 导读 要目 目录 简讯 快讯 短讯 喜讯 预告 提示 提醒 按语 编后 后记 前言 尾声 引子 作者 编者 记者 本报 新华社 ' +
    '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 ' +
    '香港 澳门 台湾 石家庄 太原 呼和浩特 沈阳 长春 哈尔滨 南京 杭州 合肥 福州 南昌 济南 郑州 武汉 长沙 广州 南宁 海口 成都 贵阳 昆明 拉萨 西安 兰州 西宁 银川 乌鲁木齐'
  ).split(' '),
)
const han = '\\u3400-\\u9fff'
const plainName = new RegExp(`^[${han}]{2,4}$`)
const dottedName = new RegExp(`^[${han}]{1,8}(?:[·•．.・][${han}]{1,8}){1,3}$`)
const oneHan = new RegExp(`^[${han}]$`)

/** How far a word is to be trusted as a name: `strict` wants a shape no common word has, `loose` takes pen names too. */
export type NameTrust = 'strict' | 'loose'

/** Whether a word has the shape of a person's name: two to four characters, or a name with a middle dot. */
export function isName(word: string, trust: NameTrust): boolean {
  if (noNames.has(word)) return false
  if (dottedName.test(word)) return true
  if (!plainName.test(word)) return false
  if (trust === 'loose') return word.length < 4 ? !/[的了是在]/.test(word) : !/[的了是在和]/.test(word)
  const surname = surnameLength(word)
  if (word.length === 4) return surname === 2
  if (surname > 0)
    return !neverInNames.test(word.slice(surname)) && !/[版报社电局厅院校厂街路号省县镇乡队站名]$/.test(word)
  return word.length < 4 && !neverInNames.test(word) && !ordinary.test(word)
}

/**
 * Reads a list of names: parted by 、 , / or spaces; a name of single characters set apart (朱  磊, 桑 秋 圃) is
 * put together. Null where a word of the text is not a name, so that a sentence never yields one.
 */
export function readNames(text: string, trust: NameTrust): string[] | null {
  const names: string[] = []
  for (const group of text.split(/[、,;/&]|(?<=[\u3400-\u9fff]{2})[和及](?=[\u3400-\u9fff]{2})/)) {
    let single = ''
    for (const word of group.trim().split(/\s+/)) {
      if (oneHan.test(word)) {
        single += word
        continue
      }
      if (!takeSingles(single, names)) return null
      single = ''
      if (isName(word, trust)) names.push(word)
      else {
        const parts = partRunTogether(word)
        if (!parts) return null
        names.push(...parts)
      }
    }
    if (!takeSingles(single, names)) return null
  }
  return names.length > 0 ? names : null
}

function takeSingles(characters: string, names: string[]): boolean {
  if (characters === '') return true
  const parts = partSingles(characters)
  if (!parts) return false
  names.push(...parts)
  return true
}

/** Characters set apart, as names: up to four are one name, more are parted before each surname. */
function partSingles(characters: string): string[] | null {
  if (characters.length < 2 || noNames.has(characters)) return null
  if (characters.length <= 3) return [characters]
  if (characters.length === 4) {
    if (surnameLength(characters) === 2) return [characters]
    return surnameLength(characters) && surnameLength(characters.slice(2))
      ? [characters.slice(0, 2), characters.slice(2)]
      : [characters]
  }
  const names: string[] = []
  let rest = characters
  while (rest.length > 0) {
    const take = rest.length === 2 || rest.length === 4 ? 2 : 3
    if (rest.length < 2) return null
    names.push(rest.slice(0, take))
    rest = rest.slice(take)
  }
  return names
}

/** Two or three names of full length printed without a space (张三丰李四光): only where each begins with a surname. */
function partRunTogether(word: string): string[] | null {
  if (!/^[\u3400-\u9fff]{5,9}$/.test(word)) return null
  const parts: string[] = []
  for (let at = 0; at < word.length; at += 3) {
    const part = word.slice(at, at + 3)
    if (part.length < 3 || surnameLength(part) === 0 || !isName(part, 'strict')) return null
    parts.push(part)
  }
  return parts
}
