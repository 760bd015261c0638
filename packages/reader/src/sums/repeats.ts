// One thing told twice with two numbers: in the headline and below, or twice in a paragraph, in the same words.
import lexicon from '../lexicon/sums.json' with { type: 'json' }
import { phraseBook } from '../lexicon/phrases.ts'
import type { Token } from '../tokens/scan.ts'
import type { Disagreement } from './disagreement.ts'
import { isAbout, isChange, keyAt, type Line, type Mark, type Sentence, toldOf } from './lines.ts'

const LEADS = phraseBook(lexicon.leads)
const APART = phraseBook(lexicon.apart)

const MOST_BEFORE = 16
const MOST_BEHIND = 10
const LEAST_BEFORE = 2
const LEAST_BEHIND = 2
/** A headline stands within the first lines. */
const LINES_OF_HEAD = 3
const MOST_KEPT = 200

const CLOSES = new Set([',', ';', ':', '(', ')', 'và', 'với'])
const isCapital = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.text[0] !== token.key[0] && token.text !== token.text.toUpperCase()

/** Words of a stretch without those that carry nothing; null when one sets the number apart, or a name does that is not among `names`. */
function plainWords(
  tokens: readonly Token[],
  from: number,
  to: number,
  names: ReadonlySet<string> | null,
): string[] | null {
  const found: string[] = []
  for (let at = from; at < to; ) {
    const lead = LEADS.at(tokens, at)
    const isName = at > from && isCapital(tokens[at])
    if (APART.at(tokens, at) > 0 || (isName && names?.has(keyAt(tokens, at)) === false)) return null
    // The whole that the headline is of need not be named again.
    if (isName && names?.has(keyAt(tokens, at)) === true) found.length = 0
    else if (lead === 0 && tokens[at]?.kind !== 'mark') found.push(keyAt(tokens, at))
    at += Math.max(1, lead)
  }
  return found
}

const NO_NAMES: ReadonlySet<string> = new Set()

type Said = { readonly mark: Mark; readonly before: string; readonly verb: string; readonly behind: string }

/** A figure with its verb and all that narrows it; null where that is not plain. */
function saidOf(
  tokens: readonly Token[],
  sentence: Sentence,
  mark: Mark,
  names: ReadonlySet<string> | null,
): Said | null {
  const { kind, unit } = mark.figure
  if (kind !== 'count' || unit === '' || isAbout(tokens, mark) || isChange(tokens, mark)) return null
  if (mark.from - sentence.from > MOST_BEFORE) return null
  let to = mark.to
  while (to < sentence.to && to - mark.to <= MOST_BEHIND && !CLOSES.has(keyAt(tokens, to))) to += 1
  if (to - mark.to > MOST_BEHIND || keyAt(tokens, to) === '(') return null
  const next = plainWords(tokens, to, Math.min(sentence.to, to + 4), NO_NAMES)
  const behind = plainWords(tokens, mark.to, to, null)
  const before = plainWords(tokens, sentence.from, mark.from, names)
  if (next === null || behind === null || before === null) return null
  if (behind.length < LEAST_BEHIND || before.length < LEAST_BEFORE) return null
  if (sentence.marks.some((other) => other.from < mark.from)) return null
  return { mark, before: before.join(' '), verb: before.slice(-LEAST_BEFORE).join(' '), behind: behind.join(' ') }
}

const disagreement = (first: Mark, second: Mark, because: string): Disagreement => ({
  code: 'sums.said-twice',
  told: [toldOf(first), toldOf(second)],
  makes: null,
  because: [because],
})

/** Watches lines go by and says where a later one tells the headline, or its own paragraph, otherwise. */
export function repeatsWatch(): (line: Line) => Disagreement[] {
  const head = new Map<string, Mark>()
  const names = new Set<string>()
  let isHeadOver = false
  return (line) => {
    const found: Disagreement[] = []
    const own = new Map<string, Mark>()
    if (line.bullet !== null) isHeadOver = true
    const isHead = !isHeadOver && line.order < LINES_OF_HEAD
    for (const token of isHead ? line.tokens : []) if (isCapital(token)) names.add(token.key)
    for (const sentence of line.bullet === null ? line.sentences : [])
      for (const mark of sentence.marks.slice(0, 1)) {
        const said = saidOf(line.tokens, sentence, mark, names)
        if (said === null) continue
        const whole = `${said.before} # ${said.behind}`
        const core = `${said.verb} # ${said.behind}`
        const before = own.get(whole)
        const above = head.get(core)
        if (before !== undefined && before.figure.value !== mark.figure.value)
          found.push(disagreement(before, mark, 'sums.same-words'))
        else if (above !== undefined && above.figure.value !== mark.figure.value)
          found.push(disagreement(above, mark, 'sums.headline'))
        if (before === undefined && own.size < MOST_KEPT) own.set(whole, mark)
        if (isHead && above === undefined && head.size < MOST_KEPT) head.set(core, mark)
      }
    return found
  }
}
