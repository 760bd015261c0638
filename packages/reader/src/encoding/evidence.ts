// How much a text looks like Vietnamese: words with marks that are syllables, against those that are not.

export type Evidence = { readonly good: number; readonly bad: number }

/** A word with a sign beyond ASCII; what never stands inside a word parts them. */
const CHUNK = /[^\s\d!-/:-@[-`{-~\u2000-\u206f]+/g
const BEYOND_ASCII = /[^\0-\x7f]/
/** Signs that rightly touch a word: quotes, bullets, exponents, degrees. Elsewhere such a sign is a letter of an old font. */
const BEFORE = /^[«·§°£±©]+/
const AFTER = /[»²³°®©]+$/

/** Evidence of the chunks of `text`; `made` is what a chunk becomes under the coding that is tried. */
export function evidenceOf(
  text: string,
  isSyllable: (word: string) => boolean,
  made?: (chunk: string) => string,
): Evidence {
  let good = 0
  let bad = 0
  for (const [chunk] of text.matchAll(CHUNK)) {
    if (!BEYOND_ASCII.test(chunk)) continue
    const word = (made === undefined ? chunk : made(chunk)).replace(BEFORE, '').replace(AFTER, '')
    if (!BEYOND_ASCII.test(word)) continue
    if (isSyllable(word)) good += 1
    else bad += 1
  }
  return { good, bad }
}

export const weightOf = ({ good, bad }: Evidence): number => good - 2 * bad

const LEAST_SHARE = 0.6

/** A coding is believed when most words become syllables and more of them than before. */
export const isBetter = (made: Evidence, asIs: Evidence): boolean =>
  made.good > asIs.good && made.good >= LEAST_SHARE * (made.good + made.bad) && weightOf(made) > weightOf(asIs)
