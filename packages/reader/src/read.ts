// The reader: a text in, what it says out.
import type { Span } from './contents.ts'
import type { Decision } from './decide/decision.ts'
import { decide, NO_WAKE, type Wake } from './decide/decide.ts'
import { eventFinder } from './event/find.ts'
import { paragraphsOf } from './paragraphs.ts'
import { peopleFinder } from './people/find.ts'
import type { CitedDocument, NotFigure, ReadFigure, Reading } from './reading.ts'
import type { Token } from './tokens/scan.ts'

type Found = { figures: ReadFigure[]; notFigures: NotFigure[]; documents: CitedDocument[] }

function keep(found: Found, text: string, tokens: readonly Token[], decision: Decision): void {
  const start = tokens[decision.from]?.start ?? 0
  const number = text.slice(start, tokens[decision.to - 1]?.end)
  const { because } = decision
  if (decision.list === 'not') {
    found.notFigures.push({ number, start, why: decision.why, because })
    return
  }
  if (decision.list === 'document') {
    found.documents.push({ text: number, start, type: decision.type, number: decision.number, because })
    return
  }
  const nounEnd = decision.nounTo > decision.nounFrom ? tokens[decision.nounTo - 1]?.end : undefined
  found.figures.push({
    text: nounEnd === undefined ? number : text.slice(start, nounEnd),
    number,
    start,
    value: decision.value,
    ...(decision.of === undefined ? {} : { of: decision.of }),
    ...(decision.toValue === undefined ? {} : { to: decision.toValue }),
    unit: decision.unit,
    kind: decision.kind,
    ...(decision.isWord === true ? { word: true as const } : {}),
    because,
  })
}

export type ReadOptions = {
  /** Parts of the page that are not its text; their numbers count visits. In order, apart. */
  readonly furniture?: readonly Span[]
}

/**
 * Reads a text: its figures, the other digit runs, cited documents, officials and the event. The text is taken in NFC: give it so,
 * or places point into `text.normalize('NFC')`. Any text is read, none throws; time grows with its length.
 */
export function readText(written: string, options: ReadOptions = {}): Reading {
  const text = written.normalize('NFC')
  const furniture = options.furniture ?? []
  const found: Found = { figures: [], notFigures: [], documents: [] }
  const people = peopleFinder(text)
  const event = eventFinder()
  let order = 0
  let piece = 0
  let wake: Wake = NO_WAKE
  for (const tokens of paragraphsOf(text)) {
    const start = tokens[0]?.start ?? 0
    while ((furniture[piece]?.end ?? Infinity) <= start) piece += 1
    const isFurniture = (furniture[piece]?.start ?? Infinity) <= start
    const paragraph = { tokens, order, isFurniture }
    people.see(paragraph)
    event.see(paragraph)
    const decided = decide(text, tokens, isFurniture, wake)
    wake = decided.wake
    for (const decision of decided.decisions) keep(found, text, tokens, decision)
    order += 1
  }
  return { ...found, people: people.found(), event: event.found() }
}
