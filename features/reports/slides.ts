// A print as a deck for the conference: the same figures as its paper, with their source on every slide. Nothing withheld is told.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import { valueOf } from '@kheo/core/indicator/model.ts'
import { comparisonPhrase } from '@kheo/core/text/comparison.ts'
import { decimalsOf } from '@kheo/core/text/decimal.ts'
import { formatCount, formatNumber } from '@kheo/core/text/number-style.ts'
import { type Bullet, type Deck, type Figure, MOST_FIGURES, type Slide } from '@kheo/writer/slides/deck-model.ts'
import { renderSlides } from '@kheo/writer/slides/slides-writer.ts'
import type { Family, Registered } from './paper.ts'
import type { Print, PrintCell } from './snapshot.ts'

/** What a hall can take in: charts of groups, bars in a chart, letters of a slide. */
const MOST_GROUPS = 6
const MOST_BARS = 6
const MOST_UNITS = 15
const MOST_UNIT_CHARTS = 3
const MOST_LETTERS = 620
const MOST_NAMES = 20
const FONT = 'Arial'

const LAST_YEAR = 'Cùng kỳ năm trước'
const AHEAD = /phương hướng|nhiệm vụ|giải pháp/iu

const lowered = (text: string): string => `${text.charAt(0).toLocaleLowerCase('vi')}${text.slice(1)}`
const raised = (text: string): string => `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}`

const isComparable = ({ lastYearClass }: Print): boolean => lastYearClass !== 'not-convertible'
const isEstimated = ({ lastYearClass }: Print): boolean => lastYearClass === 'estimated' || lastYearClass === 'assumed'

const cellsOf = (print: Print): ReadonlyMap<string, PrintCell> =>
  new Map(print.sections.flatMap(({ cells }) => cells.map((cell) => [cell.code, cell] as const)))

const written = (cell: PrintCell, value: number): string => {
  const unit = cell.unit === '%' ? '%' : undefined
  if (cell.decimals === 0) return formatCount(value, unit)
  return formatNumber(value, {
    decimals: Math.min(cell.decimals, decimalsOf(value)),
    ...(unit === undefined ? {} : { unit }),
  })
}

/** `tăng 12% so với cùng kỳ`; with a sign where last year's figure is an estimate, nothing where there is none. */
function noteOf(print: Print, code: string): string | undefined {
  if (!isComparable(print)) return undefined
  const phrase = comparisonPhrase(valueOf(print.values, code), valueOf(print.lastYear, code))
  if (phrase === null) return undefined
  return isEstimated(print) ? `${phrase} (ước tính)` : phrase
}

const withUnit = ({ nameVi, unit }: PrintCell): string => (unit === '%' ? nameVi : `${nameVi} (${unit})`)

function figureOf(print: Print, cell: PrintCell): Figure | null {
  const value = valueOf(print.values, cell.code)
  if (value === null) return null
  const note = noteOf(print, cell.code)
  return { value: written(cell, value), label: withUnit(cell), ...(note === undefined ? {} : { note }) }
}

/** The first figure that each section of the narrative tells: what the report itself puts first. */
function keyCells(print: Print): readonly PrintCell[] {
  const cells = cellsOf(print)
  const first = print.narrative.flatMap(({ paragraphs }) => {
    const codes = paragraphs.flat().flatMap(({ code }) => (code === null ? [] : [code]))
    const found = codes.find((code) => (valueOf(print.values, code) ?? 0) > 0)
    return found === undefined ? [] : (cells.get(found) ?? [])
  })
  return [...new Set(first)]
}

/** `08/24` as the narrative has it, under the name of its first figure. */
function pairsOf(print: Print): Figure[] {
  const cells = cellsOf(print)
  const seen = new Set<string>()
  return print.narrative.flatMap(({ paragraphs }) =>
    paragraphs.flat().flatMap(({ code, text }): Figure[] => {
      const cell = code === null ? undefined : cells.get(code)
      if (cell === undefined || !/^[\d.,]+\/[\d.,]+$/.test(text) || seen.has(cell.code)) return []
      seen.add(cell.code)
      const note = noteOf(print, cell.code)
      return [{ value: text, label: withUnit(cell), ...(note === undefined ? {} : { note }) }]
    }),
  )
}

function sourceOf(print: Print, registered: Registered | null): string {
  const paper = `${print.typeTitle} ${lowered(print.periodTitle)} của ${lowered(print.unitName)}`
  const number = registered === null ? '' : `, số ${formatCount(registered.number)} ngày ${viDate(registered.date)}`
  return `Nguồn: ${paper}${number}.`
}

/** Sentences of a section; they stand in one paragraph, parted by runs that are a space. */
const sentencesIn = (print: Print, at: number): string[] =>
  (print.narrative[at]?.paragraphs ?? [])
    .map((runs) => runs.map(({ text, code }) => (code === null && text === ' ' ? '\n' : text)).join(''))
    .flatMap((text) => text.split('\n'))
    .filter((text) => text.trim() !== '')

type Told = { readonly heading: string; readonly sentences: readonly string[] }

/** Sections one after the other, as many to a slide as can be read; a long one goes on under its head again. */
function bulletsOf(told: readonly Told[]): Bullet[][] {
  const slides: Bullet[][] = []
  let room = 0
  for (const { heading, sentences } of told) {
    for (const [at, text] of sentences.entries()) {
      const isFull = room < text.length
      if (isFull) {
        slides.push([])
        room = MOST_LETTERS
      }
      const here = slides.at(-1) as Bullet[]
      if (at === 0 || isFull) here.push({ text: at === 0 ? heading : `${heading} (tiếp theo)`, isHead: true })
      here.push({ text })
      room -= text.length + 40
    }
  }
  return slides
}

/** Conclusions that are still to be carried out. */
function owedOf(print: Print): readonly Told[] {
  const owed = (print.conclusions?.lines ?? []).filter(({ state }) => state === 'in-progress' || state === 'overdue')
  if (owed.length === 0) return []
  const sentences = owed.map(({ content, lead, dueOn }) => {
    const by = dueOn === null ? '' : `, trước ngày ${viDate(calendarDate(dueOn))}`
    return `${content.replace(/[\s.;]+$/u, '')} (${lead}${by})`
  })
  return [{ heading: 'Kết luận hội nghị còn phải thực hiện', sentences }]
}

/** What was done, and apart from it what comes next. */
function narrativeSlides(print: Print, source: string): Slide[] {
  const told = print.narrative.map(({ heading }, at) => ({ heading, sentences: sentencesIn(print, at) }))
  const done = told.filter(({ heading }) => !AHEAD.test(heading))
  const ahead = told.filter(({ heading }) => AHEAD.test(heading))
  return [
    ...bulletsOf(done).map((items): Slide => ({ kind: 'bullets', title: 'Kết quả thực hiện', items, source })),
    ...bulletsOf([...ahead, ...owedOf(print)]).map(
      (items): Slide => ({ kind: 'bullets', title: 'Nhiệm vụ thời gian tới', items }),
    ),
  ]
}

/** The unit of measure of most of the cells that have something to show. */
function chartCells(print: Print, cells: readonly PrintCell[]): readonly PrintCell[] {
  const shown = cells.filter(({ code, unit }) => unit !== '%' && (valueOf(print.values, code) ?? 0) > 0)
  const byUnit = [...Map.groupBy(shown, ({ unit }) => unit).values()]
  return (byUnit.toSorted((a, b) => b.length - a.length)[0] ?? []).slice(0, MOST_BARS)
}

function groupSlides(print: Print, source: string): Slide[] {
  return print.sections
    .map(({ title, cells }) => ({ title, cells: chartCells(print, cells) }))
    .filter(({ cells }) => cells.length >= 2)
    .slice(0, MOST_GROUPS)
    .map(({ title, cells }): Slide => {
      const before = cells.map(({ code }) => valueOf(print.lastYear, code))
      const hasBefore = isComparable(print) && before.some((value) => value !== null)
      return {
        kind: 'chart',
        chart: 'bars',
        title,
        categories: cells.map(({ nameVi }) => raised(nameVi.replace(/^Trong đó: /, ''))),
        series: [
          { name: 'Kỳ báo cáo', values: cells.map(({ code }) => valueOf(print.values, code)) },
          ...(hasBefore ? [{ name: isEstimated(print) ? `${LAST_YEAR} (ước tính)` : LAST_YEAR, values: before }] : []),
        ],
        decimals: Math.max(...cells.map(({ decimals }) => decimals)),
        unit: cells[0]?.unit ?? '',
        source,
      }
    })
}

/** Nothing of the indicator is withheld anywhere; a print from before there was such a rule is not drawn by unit at all. */
const isOpen = (print: Print, code: string): boolean =>
  print.withheld !== undefined && (print.withheld[code] ?? []).length === 0

function unitSlides(print: Print, source: string): Slide[] {
  return keyCells(print)
    .filter(({ code, unit }) => unit !== '%' && isOpen(print, code))
    .map((cell) => ({
      cell,
      units: print.children
        .flatMap(({ name, values }) => {
          const value = valueOf(values, cell.code)
          return value === null ? [] : [{ name, value }]
        })
        .toSorted((a, b) => b.value - a.value || a.name.localeCompare(b.name, 'vi')),
    }))
    .filter(({ units }) => units.length >= 2 && units.some(({ value }) => value > 0))
    .slice(0, MOST_UNIT_CHARTS)
    .map(({ cell, units }): Slide => {
      const shown = units.slice(0, MOST_UNITS)
      return {
        kind: 'chart',
        chart: 'bars',
        title: `${raised(cell.nameVi)} theo đơn vị`,
        categories: shown.map(({ name }) => name),
        series: [{ name: 'Kỳ báo cáo', values: shown.map(({ value }) => value) }],
        decimals: cell.decimals,
        unit: cell.unit,
        source,
        ...(shown.length < units.length
          ? { remark: `${formatCount(shown.length)}/${formatCount(units.length)} đơn vị có số lớn nhất` }
          : {}),
      }
    })
}

const CLASS_NOTES: Readonly<Record<string, string>> = {
  'exact-by-law': 'Số cùng kỳ tính theo địa giới hiện hành; phần chia tách lấy theo văn bản.',
  assumed: 'Số cùng kỳ tính theo địa giới hiện hành, dựa trên việc sáp nhập được dựng lại.',
  estimated: 'Số cùng kỳ là số ước tính vì địa giới đã thay đổi.',
  'not-convertible': 'Không so sánh với cùng kỳ vì địa giới đã thay đổi.',
}

function notesOf(print: Print, registered: Registered | null): Bullet[] {
  const [reported, all] = print.n
  const lastYear = CLASS_NOTES[print.lastYearClass]
  const named = print.missing.slice(0, MOST_NAMES).map(({ name }) => name)
  const rest = print.missing.length - named.length
  const missing = `${named.join(', ')}${rest === 0 ? '' : ` và ${formatCount(rest)} đơn vị khác`}`
  const hasWithheld = Object.values(print.withheld ?? {}).some((units) => units.length > 0)
  return [
    ...(registered === null ? ['Số liệu của báo cáo chưa ban hành, có thể còn thay đổi.'] : []),
    ...(all === 0 ? [] : [`Số liệu tổng hợp từ ${formatCount(reported)}/${formatCount(all)} đơn vị đã báo cáo.`]),
    ...(missing === '' ? [] : [`Chưa báo cáo: ${missing}.`]),
    ...(lastYear === undefined || Object.keys(print.lastYear).length === 0 ? [] : [lastYear]),
    ...(hasWithheld ? ['Chỉ tiêu có số nhỏ ở từng đơn vị không được nêu theo đơn vị.'] : []),
    'Chỉ tiêu chưa có số liệu thì không nêu; số 0 là không phát sinh.',
  ].map((text) => ({ text }))
}

const figuresOn = (title: string, figures: readonly Figure[], source: string): Slide[] =>
  figures.length === 0 ? [] : [{ kind: 'figures', title, figures: figures.slice(0, MOST_FIGURES), source }]

/** The deck of a print: cover, overview, narrative, charts by group and by unit, what was done out of what was due, notes. */
export function deckOf(print: Print, family: Family, registered: Registered | null): Deck {
  const issuer = print.issuers[family]
  const source = sourceOf(print, registered)
  const key = keyCells(print).flatMap((cell) => figureOf(print, cell) ?? [])
  const issuing = issuer.issuing === '' ? print.unitName : issuer.issuing
  const date = registered?.date ?? print.periodEnd
  const day =
    registered === null ? 'Dự thảo' : `${issuer.place === '' ? '' : `${issuer.place}, `}ngày ${viDate(registered.date)}`
  return {
    title: `${print.typeTitle} ${lowered(print.periodTitle)}`,
    owner: raised(issuer.speaker === '' ? print.unitName : issuer.speaker),
    date,
    language: 'vi-VN',
    font: FONT,
    slides: [
      {
        kind: 'title',
        over: [issuer.governing, issuing].filter((line) => line !== '').join('\n'),
        title: `${print.typeTitle}\n${print.periodTitle}`.toLocaleUpperCase('vi'),
        lines: [day],
      },
      ...figuresOn('Tổng quan', key, source),
      ...narrativeSlides(print, source),
      ...groupSlides(print, source),
      ...unitSlides(print, source),
      ...figuresOn('Kết quả so với số phải thực hiện', pairsOf(print), source),
      { kind: 'bullets', title: 'Ghi chú về số liệu', items: notesOf(print, registered), source },
      { kind: 'closing', title: 'Trân trọng cảm ơn', lines: [] },
    ],
  }
}

/** The slides of a print as a .pptx. The same print gives the same bytes. */
export const renderReportSlides = (print: Print, family: Family, registered: Registered | null): Promise<Uint8Array> =>
  renderSlides(deckOf(print, family, registered))
