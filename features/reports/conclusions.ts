// What came of the conclusions of conferences, as a report tells it: one sentence in the text, one line a task in an annex. Pure.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import type { Block, TableRow } from '@kheo/writer/block-model.ts'
import type { Print, PrintConclusion } from './snapshot.ts'

const STATES: Readonly<Record<PrintConclusion['state'], string>> = {
  'done-in-time': 'Hoàn thành đúng hạn',
  'done-late': 'Hoàn thành quá hạn',
  'in-progress': 'Đang thực hiện',
  overdue: 'Quá hạn',
}

const day = (text: string | null): string => (text === null ? '' : viDate(calendarDate(text)))

const toRow = (line: PrintConclusion, at: number): TableRow => ({
  cells: [
    String(at + 1),
    line.notice,
    line.content,
    line.lead,
    day(line.dueOn),
    [line.doneOn === null ? STATES[line.state] : `${STATES[line.state]} (${day(line.doneOn)})`, line.result]
      .filter((part) => part !== '')
      .join('. '),
  ],
})

/** The section of the text, numbered `at`; nothing where no conclusion was followed. */
export const toldConclusions = (print: Print, at: number): Block[] =>
  print.conclusions === undefined || print.conclusions.sentence === ''
    ? []
    : [
        { kind: 'heading', level: 2, text: `${at}. Kết quả thực hiện kết luận hội nghị` },
        { kind: 'paragraph', runs: [{ text: print.conclusions.sentence }] },
      ]

/** The annex with a line a task; nothing where no conclusion was followed. */
export function conclusionBlocks(print: Print, reference: string, label = 'Phụ lục'): Block[] {
  const lines = print.conclusions?.lines ?? []
  if (lines.length === 0) return []
  return [
    {
      kind: 'section',
      orientation: 'landscape',
      annex: { label, title: 'Kết quả thực hiện kết luận hội nghị', reference },
    },
    {
      kind: 'table',
      columns: [
        { widthMm: 12, align: 'center' },
        { widthMm: 34, align: 'left' },
        { widthMm: 84, align: 'left' },
        { widthMm: 42, align: 'left' },
        { widthMm: 24, align: 'center' },
        { widthMm: 48, align: 'left' },
      ],
      headerRows: [
        [
          { text: 'STT' },
          { text: 'Thông báo kết luận' },
          { text: 'Nội dung việc' },
          { text: 'Cơ quan chủ trì' },
          { text: 'Hạn' },
          { text: 'Kết quả' },
        ],
      ],
      rows: lines.map(toRow),
    },
  ]
}
