// Is this word a Vietnamese syllable? What tells a right decoding from a wrong one.
import data from '../lexicon/syllables.json' with { type: 'json' }

const onsets = new Set(data.onsets.split(' '))
const rhymes = new Set(data.rhymes.split(' '))
const stops = data.stopped.split(' ')

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const LONGEST = 7
const LONGEST_ONSET = 3

/** Which tones a syllable may bear that is closed by c, ch, p or t: sắc and nặng, never none. */
const SHARP = new Set(['\u0301', '\u0323'])

/** A capital within a word is a sign of a wrong table. */
const MIXED = /\p{Ll}\p{M}*\p{Lu}/u

function judge(word: string): boolean {
  if (MIXED.test(word)) return false
  const parted = word.toLowerCase().normalize('NFD')
  const tones = parted.match(TONES) ?? []
  if (tones.length > 1) return false
  const plain = parted.replace(TONES, '').normalize('NFC')
  if (plain.length > LONGEST) return false
  for (let at = Math.min(LONGEST_ONSET, plain.length - 1); at >= 0; at -= 1) {
    const onset = plain.slice(0, at)
    const rhyme = plain.slice(at)
    if ((at > 0 && !onsets.has(onset)) || !rhymes.has(rhyme)) continue
    return !stops.some((stop) => rhyme.endsWith(stop)) || SHARP.has(tones[0] ?? '')
  }
  return false
}

const MOST_KNOWN = 20_000

/** A judge that remembers the words of one text. */
export function syllableJudge(): (word: string) => boolean {
  const known = new Map<string, boolean>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    const answer = judge(word)
    if (known.size < MOST_KNOWN) known.set(word, answer)
    return answer
  }
}
