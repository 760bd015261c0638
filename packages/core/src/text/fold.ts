// Search keys for Vietnamese text. Not a collation: order for people comes from the locale.

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const TONE_ORDER = '\u0300\u0301\u0309\u0303\u0323'

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** `Đơn  Vị HÒA` → `don vi hoa`: any Unicode form in, no marks, lower case, single spaces. */
export function foldVietnamese(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}+/gu, '')
  return tidy(bare.replace(/[đĐ]/g, 'd').toLowerCase()).normalize('NFC')
}

/** Keeps tones but not where they sit: `hoà` and `hòa` share a key, `hoa` does not. Two spellings of one word compare equal. */
export function spellingKey(text: string): string {
  const lowered = tidy(text.normalize('NFC').toLowerCase())
  return lowered.replace(/[\p{L}\p{M}]+/gu, toneLast)
}

function toneLast(word: string): string {
  const apart = word.normalize('NFD')
  const tones = apart.match(TONES) ?? []
  const marks = tones.map((tone) => TONE_ORDER.indexOf(tone) + 1).join('')
  return apart.replace(TONES, '').normalize('NFC') + marks
}

/** True when the folded text contains every folded word of the query, in any order. An empty query matches all. */
export function matchesFolded(text: string, query: string): boolean {
  const folded = foldVietnamese(text)
  return foldVietnamese(query)
    .split(' ')
    .every((word) => folded.includes(word))
}
