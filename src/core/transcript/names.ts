import { surnameLength } from './surnames.ts'

/** Characters that a given name practically never has. */
const neverInNames =
  /[的了着过我你他她它们这那哪什么怎吗呢吧啊是没不也都就还很把被让给从往对于与及或但且则因所如虽]/
/** Characters of ordinary words: without a known surname, a word with one is taken for no name. */
const ordinary =
  /[谁又向而为果当时候会能可将已曾正在有上下里外前后内间版报社电讯局厅部院校厂店街路号楼省县区镇乡村组委队站处科室期页第图月日年元米斤人导读趣闻专栏回应新]/
const han = '\\u3400-\\u9fff'
const plainName = new RegExp(`^[${han}]{2,4}$`)
const dottedName = new RegExp(`^[${han}]{1,8}(?:[·•．.・][${han}]{1,8}){1,3}$`)
const oneHan = new RegExp(`^[${han}]$`)

/** How far a word is to be trusted as a name: `strict` wants a shape no common word has, `loose` takes pen names too. */
export type NameTrust = 'strict' | 'loose'

/** Whether a word has the shape of a person's name: two to four characters, or a name with a middle dot. */
export function isName(word: string, trust: NameTrust): boolean {
  if (dottedName.test(word)) return true
  if (!plainName.test(word)) return false
  if (trust === 'loose') return word.length < 4 ? !/[的了是在]/.test(word) : !/[的了是在和]/.test(word)
  const surname = surnameLength(word)
  if (word.length === 4) return surname === 2
  if (surname > 0)
    return !neverInNames.test(word.slice(surname)) && !/[版报社电局厅院校厂街路号省县镇乡队站]$/.test(word)
  return word.length < 4 && !neverInNames.test(word) && !ordinary.test(word)
}

/**
 * Reads a list of names: parted by 、 , / or spaces; a name of single characters set apart (朱  磊, 桑 秋 圃) is
 * put together. Null where a word of the text is not a name, so that a sentence never yields one.
 */
export function readNames(text: string, trust: NameTrust): string[] | null {
  const names: string[] = []
  for (const group of text.split(/[、,;/&]|(?<=[\u3400-\u9fff]{2})[和及](?=[\u3400-\u9fff]{2})/)) {
    const words = group.trim().split(/\s+/)
    let single = ''
    const flush = (): boolean => {
      if (single === '') return true
      const parts = partSingles(single)
      single = ''
      if (!parts) return false
      names.push(...parts)
      return true
    }
    for (const word of words) {
      if (oneHan.test(word)) {
        single += word
        continue
      }
      if (!flush()) return null
      if (!isName(word, trust)) return null
      names.push(word)
    }
    if (!flush()) return null
  }
  return names.length > 0 ? names : null
}

/** Characters set apart, as names: up to four are one name, more are parted before each surname. */
function partSingles(characters: string): string[] | null {
  if (characters.length < 2) return null
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
