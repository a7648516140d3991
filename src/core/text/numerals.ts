const chineseNumerals = '〇零一二三四五六七八九十百千万亿兆两廿卅半' + '壹贰叁肆伍陆柒捌玖拾佰仟萬億兩貳參陸'

/**
 * Numbers as they stand in a text: digits of any script with the signs that belong to them (point, comma, sign, per
 * cent), runs of Chinese numerals. A numeral inside an ordinary word (一起, 万一) counts too: which it is cannot
 * be told from the characters, and a figure changed unseen is worse than a review too many.
 */
const numeral = new RegExp(`[-+−±]?[\\p{N}]+(?:[.,:/·~～—–-]?[\\p{N}]+)*[%‰]?|[${chineseNumerals}]+`, 'gu')

const currency = new RegExp(
  [
    '\\p{Sc}',
    '人民币|美元|美金|欧元|日元|韩元|港元|港币|澳元|加元|新元|台币|英镑|法郎|卢布|卢比|泰铢|比索|里亚尔|第纳尔',
    '元|(?<=[\\p{N}' + chineseNumerals + '])[角分镑块]',
    '\\b(?:RMB|CNY|USD|EUR|JPY|HKD|GBP|AUD|CAD|CHF|KRW|RUB|INR|SGD|TWD)\\b',
  ].join('|'),
  'gu',
)

/** All numbers of a text, in order, full-width digits and signs read as the plain ones. */
export function numerals(text: string): string[] {
  return plainDigits(text).match(numeral) ?? []
}

/** All words and signs of currencies in a text, in order. */
export function currencies(text: string): string[] {
  return plainDigits(text).match(currency) ?? []
}

function plainDigits(text: string): string {
  return text.replace(/[０-９％．，：／＋－]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}
