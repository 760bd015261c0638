// Two ways to place the tone in final oa, oe, uy: offices of the State write ủy, those of the Party uỷ. Words, not names of persons, go here.

const bare = ['òa', 'óa', 'ỏa', 'õa', 'ọa', 'òe', 'óe', 'ỏe', 'õe', 'ọe', 'ùy', 'úy', 'ủy', 'ũy', 'ụy'] as const
const moved = ['oà', 'oá', 'oả', 'oã', 'oạ', 'oè', 'oé', 'oẻ', 'oẽ', 'oẹ', 'uỳ', 'uý', 'uỷ', 'uỹ', 'uỵ'] as const

const pairs: readonly (readonly [string, string])[] = bare.flatMap((from, index): [string, string][] => {
  const to = moved[index] ?? from
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  return [
    [from, to],
    [capital(from), capital(to)],
    [from.toUpperCase(), to.toUpperCase()],
  ]
})

const table = (order: (pair: readonly [string, string]) => readonly [string, string]) => new Map(pairs.map(order))

const tables = { uỷ: table((pair) => pair), ủy: table(([from, to]) => [to, from]) }

// Only a final pair carries two spellings ("hoà", never "toàn"), and the u of "qu" belongs to the consonant ("quý" is always so).
const pattern = (keys: Iterable<string>) => new RegExp(`(?<![qQ])(${[...keys].join('|')})(?!\\p{L})`, 'gu')

const patterns = { uỷ: pattern(tables.uỷ.keys()), ủy: pattern(tables.ủy.keys()) }

/** The text, in NFC, in the spelling of a profile. */
export const spell = (words: string, spelling: 'uỷ' | 'ủy'): string =>
  words.normalize('NFC').replace(patterns[spelling], (found) => tables[spelling].get(found) ?? found)
