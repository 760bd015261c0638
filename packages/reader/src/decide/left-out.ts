// Nouns that a hand left out: `10, 12 và 15 suất`, `hộ nghèo: 35`, `đạt 15`; each number gets the noun that it stands for.
import type { Decision, FigureDecision } from './decision.ts'
import type { Token } from '../tokens/scan.ts'
import stops from '../lexicon/stops.json' with { type: 'json' }
import { phraseBook } from '../lexicon/phrases.ts'
import { nounBefore } from '../units/noun-phrase.ts'

const JOINT = /^(?:,|;|và|đến|tới|hoặc|hay|-|–|—|\/|\+|trên|còn|xuống|lên|thành|nay)$/u
const MOST_JOINTS = 4
const VERBS = phraseBook(stops.verbs)
const FURTHEST = 60

const needsNoun = (decision: Decision): decision is FigureDecision =>
  decision.list === 'figure' && decision.unit === '' && decision.kind !== 'percent'

/** The next figure, when only joints part it from this one: they share its noun. */
function sharedWith(tokens: readonly Token[], mine: FigureDecision, next: Decision | undefined): FigureDecision | null {
  if (next?.list !== 'figure' || next.unit === '' || next.from - mine.to > MOST_JOINTS) return null
  let at = mine.to
  while (at < next.from && JOINT.test(tokens[at]?.key ?? '')) at += 1
  // `xây mới 4 và sửa chữa 11 căn nhà`: the second number may have a verb of its own.
  if (at > mine.to && at < next.from && next.kind !== 'percent') at += VERBS.at(tokens, at)
  return at === next.from ? next : null
}

/** The last figure before in the sentence or near it that has a noun of its own. */
function lastNamed(decided: readonly Decision[], at: number): FigureDecision | null {
  const mine = decided[at]
  for (let before = at - 1; before >= 0; before -= 1) {
    const found = decided[before]
    if (mine === undefined || found === undefined || mine.from - found.to > FURTHEST) return null
    if (found.list === 'figure' && found.unit !== '' && (found.kind === 'count' || found.kind === 'fraction'))
      return found
  }
  return null
}

/** Decisions of a paragraph with every left-out noun named, as far as the paragraph tells it; `carried` is the noun of the list above it. */
export function nameLeftOut(
  text: string,
  tokens: readonly Token[],
  decided: readonly Decision[],
  carried: string,
): Decision[] {
  const named = [...decided]
  for (let at = named.length - 1; at >= 0; at -= 1) {
    const mine = named[at]
    if (mine === undefined || !needsNoun(mine)) continue
    // `hội nghị đối thoại: 94, 11.026 lượt người`: a label is nearer than the noun of the next.
    const isLabelled =
      tokens[mine.from - 1]?.key === ':' && nounBefore(text, tokens, mine.from, named[at - 1]?.to ?? 0) !== null
    const shared = isLabelled ? null : sharedWith(tokens, mine, named[at + 1])
    if (shared === null) continue
    const kind = mine.kind === 'fraction' ? mine.kind : shared.kind === 'fraction' ? 'count' : shared.kind
    // `từ 10 đến 15 triệu đồng`: the scale is shared too; in a list (`5, 10 triệu`) it is as likely not.
    const isSpan = /^(?:đến|tới|-|–|—)$/u.test(tokens[mine.to]?.key ?? '')
    const factor = isSpan && (mine.factor ?? 1) === 1 && mine.value < 1000 ? (shared.factor ?? 1) : 1
    named[at] = {
      ...mine,
      value: mine.value * factor,
      unit: shared.unit,
      kind,
      because: [...mine.because, 'noun.shared-with-next'],
    }
  }
  for (let at = 0; at < named.length; at += 1) {
    const mine = named[at]
    if (mine === undefined || !needsNoun(mine)) continue
    // A line of a list below a total: what it names is the kind, what it counts stands above.
    const isBullet = carried !== '' && /^[-–+*•]$/u.test(tokens[0]?.key ?? '')
    const before = isBullet ? null : nounBefore(text, tokens, mine.from, named[at - 1]?.to ?? 0)
    const last = before === null ? lastNamed(named, at) : null
    const unit = before?.unit ?? last?.unit ?? carried
    if (unit === '') continue
    const because = before !== null ? 'noun.before' : last !== null ? 'noun.of-figure-before' : 'noun.of-list-above'
    named[at] = { ...mine, unit, because: [...mine.because, because] }
  }
  return named
}
