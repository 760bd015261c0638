// Chương trình trao thưởng: in which order awards are called up and presented at the conference. Pure.
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { Block, Table } from '@kheo/writer/block-model.ts'
import type { WrittenPaper } from '../../documents/paper.ts'
import { bareNumber, day, heading, matterOf, paragraph, placeOf, summaryOf, whoWords, winnersWords } from './blocks.ts'
import { type AwardFacts, type AwardLine, collectives, individuals } from './facts.ts'

/** How many stand on the stage at once. */
const ON_STAGE = 10

const table = (lines: readonly AwardLine[], first: number): Table => {
  const hasPlaces = lines.some((line) => placeOf(line) !== '')
  const place = (words: string): readonly string[] => (hasPlaces ? [words] : [])
  return {
    kind: 'table',
    columns: [
      { widthMm: 14, align: 'center' },
      { widthMm: hasPlaces ? 70 : 120, align: 'left' },
      ...place('').map(() => ({ widthMm: 50, align: 'left' as const })),
      { widthMm: 33, align: 'left' },
    ],
    headerRows: [
      [
        { text: 'Thứ tự' },
        { text: 'Tập thể, cá nhân' },
        ...place('Chức vụ, đơn vị').map((text) => ({ text })),
        { text: 'Hình thức' },
      ],
    ],
    rows: lines.map((line, at) => ({
      cells: [String(first + at), line.name, ...place(placeOf(line)), line.formWords],
    })),
  }
}

/** Groups that come up together: collectives before persons, higher forms first as the list has them, ten at a time. */
function turns(
  lines: readonly AwardLine[],
): readonly { readonly name: string; readonly lines: readonly AwardLine[] }[] {
  const kinds = [
    ['Tập thể', collectives(lines)],
    ['Cá nhân', individuals(lines)],
  ] as const
  return kinds.flatMap(([kind, of]) =>
    [...Map.groupBy(of, ({ formWords }) => formWords)].flatMap(([form, each]) =>
      Array.from({ length: Math.ceil(each.length / ON_STAGE) }, (_, at) => ({
        name: `${kind} nhận ${form}`,
        lines: each.slice(at * ON_STAGE, (at + 1) * ON_STAGE),
      })),
    ),
  )
}

/** Undefined until an award was decided. */
export function presentingPaper(facts: AwardFacts): WrittenPaper | undefined {
  const lines = facts.lines.filter(({ state }) => state === 'decided' || state === 'presented')
  if (lines.length === 0) return undefined
  const decisions = [...new Set(lines.map(({ decision }) => bareNumber(decision)))].filter((words) => words !== '')
  const occasion = facts.occasion === '' ? '' : ` tại ${facts.occasion}`
  const when = facts.presentedOn === null ? '' : `, ngày ${day(facts.presentedOn)}`
  let first = 1
  const parts = turns(lines).flatMap((turn, at): Block[] => {
    const from = first
    first += turn.lines.length
    return [heading(`Lượt ${at + 1}. ${turn.name} (${formatCount(turn.lines.length)})`), table(turn.lines, from)]
  })
  return {
    family: facts.family,
    kind: 'chuong-trinh',
    summary: summaryOf(facts, `Trao thưởng cho ${whoWords(lines)} có thành tích xuất sắc trong ${matterOf(facts)}`),
    blocks: [
      paragraph(
        `Công bố ${decisions.length === 1 ? `Quyết định số ${decisions[0]}` : 'các quyết định khen thưởng'} và trao thưởng cho ${winnersWords(lines)}${occasion}${when}. Thứ tự mời lên nhận như sau:`,
      ),
      ...parts,
    ],
  }
}
