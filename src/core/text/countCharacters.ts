/**
 * Length of a text as a newspaper counts it 字数: every character but white space and invisible ones, punctuation
 * included. A character outside the basic plane is one.
 */
export function countCharacters(text: string): number {
  return visibleCharacters(text).length
}

/** The characters that count, in order. */
export function visibleCharacters(text: string): string[] {
  return [...text.normalize('NFC').replace(/[\s\p{Cc}\p{Cf}]/gu, '')]
}
