// Text of old Vietnamese fonts, which comes as Latin-1 signs, made into Unicode; text that is Unicode already stays as it is.
import { evidenceOf, type Evidence, isBetter, weightOf } from './evidence.ts'
import { fromOldLetters } from './old-letters.ts'
import { syllableJudge } from './syllables.ts'

/** The old codings that stand in Word files and pages; VISCII came as bytes only. */
const TRIED = ['tcvn3', 'vni'] as const
type Tried = (typeof TRIED)[number]

export type Converted = {
  /** NFC. As many lines as before. */
  readonly text: string
  /** The coding of most of what was converted; undefined when nothing was. */
  readonly encoding: Tried | undefined
}

const LATIN = /[\u00a1-\u00ff\uf0a0-\uf0ff]/
/** Vietnamese letters that no old font has: a line with one is Unicode. */
const UNICODE = /[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]|\p{M}/u

export const hasUnicodeLetters = (text: string): boolean => UNICODE.test(text.normalize('NFC'))

type Weighed = { readonly asIs: Evidence; readonly made: Readonly<Record<Tried, Evidence>> }
const plus = (one: Evidence, two: Evidence): Evidence => ({ good: one.good + two.good, bad: one.bad + two.bad })

function weigh(line: string, isSyllable: (word: string) => boolean): Weighed {
  const under = (letters: Tried): Evidence => evidenceOf(line, isSyllable, (chunk) => fromOldLetters(chunk, letters))
  return { asIs: evidenceOf(line, isSyllable), made: { tcvn3: under('tcvn3'), vni: under('vni') } }
}

/** The best coding that beats the text as it is. */
function bestOf({ asIs, made }: Weighed): Tried | undefined {
  const [best] = TRIED.toSorted((one, two) => weightOf(made[two]) - weightOf(made[one]))
  return best !== undefined && isBetter(made[best], asIs) ? best : undefined
}

/** A short line may be read in two ways; then it is taken like the rest of its text. */
function lettersOf(line: Weighed, lean: Tried | undefined): Tried | undefined {
  const best = bestOf(line)
  if (lean === undefined || best === lean) return best
  const leaning = line.made[lean]
  const other = best === undefined ? line.asIs : line.made[best]
  return leaning.good > 0 && weightOf(leaning) >= weightOf(other) ? lean : best
}

/**
 * Decides line by line whether the Latin-1 signs are letters of an old font (TCVN3 or VNI), by how many words become Vietnamese
 * syllables. A line with a letter that only Unicode has is left alone.
 */
export function convertOldText(text: string): Converted {
  const composed = text.normalize('NFC')
  if (!LATIN.test(composed)) return { text: composed, encoding: undefined }
  const isSyllable = syllableJudge()
  const lines = composed.split('\n')
  const weighed = lines.map((line) => (LATIN.test(line) && !UNICODE.test(line) ? weigh(line, isSyllable) : undefined))
  const none: Evidence = { good: 0, bad: 0 }
  const sum = (of: (line: Weighed) => Evidence): Evidence =>
    weighed.reduce((all, line) => (line === undefined ? all : plus(all, of(line))), none)
  const whole = {
    asIs: sum((line) => line.asIs),
    made: { tcvn3: sum((it) => it.made.tcvn3), vni: sum((it) => it.made.vni) },
  }
  const lean = bestOf(whole)
  const times: Record<Tried, number> = { tcvn3: 0, vni: 0 }
  const made = lines.map((line, at) => {
    const found = weighed[at]
    const letters = found === undefined ? undefined : lettersOf(found, lean)
    if (letters === undefined) return line
    times[letters] += 1
    return fromOldLetters(line, letters)
  })
  const most = times.vni > times.tcvn3 ? 'vni' : 'tcvn3'
  return { text: made.join('\n'), encoding: times[most] > 0 ? most : undefined }
}
