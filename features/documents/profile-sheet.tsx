// A page of a paper drawn to scale: its lines at their measures, its margins, and a numbered mark on each component.
import { t } from '@kheo/ui/text.ts'
import type { CSSProperties, ReactNode } from 'react'
import type { FormatSheet, SheetLine, TwoColumns } from './profiles.schema.ts'

const mm = (length: number): string => `calc(${length} * var(--mm))`
const pt = (length: number): string => `calc(${length} * var(--pt))`

/** Single spacing of Times New Roman is 1.15 of its size. */
const SINGLE = 1.15
const QR_MM = 18

/** Which component is pointed at, and the number of each one that has a note. */
export type Pointing = {
  readonly active: string | null
  readonly point: (about: string | null) => void
  readonly numberOf: (about: string) => number | undefined
}

type Marks = Pointing & { readonly marked: Set<SheetLine> }

const Mark = ({ about, marks }: { readonly about: string; readonly marks: Pointing }) => {
  const number = marks.numberOf(about)
  return number === undefined ? null : (
    <span className="sheet-mark" aria-hidden="true">
      {number}
    </span>
  )
}

const lineStyle = (line: SheetLine): CSSProperties => ({
  fontSize: pt(line.sizePt),
  fontWeight: line.bold ? 700 : 400,
  fontStyle: line.italic ? 'italic' : 'normal',
  textDecoration: line.underline ? 'underline' : 'none',
  textAlign: line.align,
  lineHeight: line.lineMultiple * SINGLE,
  marginTop: pt(line.beforePt),
  marginBottom: pt(line.afterPt),
  marginLeft: mm(line.indentMm),
  textIndent: mm(line.firstLineMm),
  minHeight: line.text === '' ? pt(line.sizePt * SINGLE) : undefined,
})

const Rule = ({ rule }: { readonly rule: NonNullable<SheetLine['rule']> }) => (
  <span
    aria-hidden="true"
    style={{
      display: 'block',
      width: mm(rule.lengthMm),
      margin: `${pt(3)} auto 0`,
      borderTop: `max(1px, ${pt(rule.weightPt)}) solid #000`,
    }}
  />
)

function Line({ line, marks }: { readonly line: SheetLine; readonly marks: Marks }) {
  const isActive = marks.active === line.about
  return (
    <div
      className={isActive ? 'sheet-line is-active' : 'sheet-line'}
      style={lineStyle(line)}
      onMouseEnter={() => marks.point(line.about)}
    >
      {line.lead !== '' && <b>{line.lead}</b>}
      {line.text}
      {line.rule !== null && <Rule rule={line.rule} />}
      {marks.marked.has(line) && <Mark about={line.about} marks={marks} />}
    </div>
  )
}

type LinesProps = { readonly lines: readonly SheetLine[]; readonly marks: Marks }

const Lines = ({ lines, marks }: LinesProps) =>
  // Two lines may say the same; their place in the list is what tells them apart.
  lines.map((line, at) => <Line key={`${at}-${line.about}`} line={line} marks={marks} />)

type ColumnsProps = { readonly columns: TwoColumns; readonly marks: Marks }

const Columns = ({ columns, marks }: ColumnsProps) => (
  <div
    style={{
      display: 'grid',
      gridTemplateColumns: `${mm(columns.leftMm)} ${mm(columns.rightMm)}`,
      rowGap: mm(1),
      alignItems: 'start',
    }}
  >
    {columns.rows.flatMap((row, at) => [
      <div key={`left-${at}`}>
        <Lines lines={row.left} marks={marks} />
      </div>,
      <div key={`right-${at}`}>
        <Lines lines={row.right} marks={marks} />
      </div>,
    ])}
  </div>
)

const millimetres = (length: number): string => t('formats.millimetres', { n: String(length).replace('.', ',') })

function Measure({ style, children, isActive }: { style: CSSProperties; children: ReactNode; isActive: boolean }) {
  return (
    <div className={isActive ? 'sheet-measure is-active' : 'sheet-measure'} style={style} aria-hidden="true">
      {children}
    </div>
  )
}

/** The four margins with their lengths, around a dashed frame of the text. */
function Margins({ sheet, active }: { readonly sheet: FormatSheet; readonly active: string | null }) {
  const { top, bottom, left, right } = sheet.marginsMm
  const isActive = active === 'margins'
  const middle = { top: mm(top), bottom: mm(bottom) }
  return (
    <>
      <div
        className="sheet-text-area"
        style={{ top: mm(top), bottom: mm(bottom), left: mm(left), right: mm(right) }}
        aria-hidden="true"
      />
      <Measure isActive={isActive} style={{ top: 0, height: mm(top), left: mm(left), width: mm(30) }}>
        ↕ {millimetres(top)}
      </Measure>
      <Measure isActive={isActive} style={{ bottom: 0, height: mm(bottom), left: mm(left), width: mm(30) }}>
        ↕ {millimetres(bottom)}
      </Measure>
      <Measure isActive={isActive} style={{ ...middle, left: 0, width: mm(left - 4) }}>
        ↔ {millimetres(left)}
      </Measure>
      <Measure isActive={isActive} style={{ ...middle, right: 0, width: mm(right) }}>
        <span style={{ writingMode: 'vertical-rl' }}>↔ {millimetres(right)}</span>
      </Measure>
    </>
  )
}

/** Where the number stands from the second page on. */
function PageNumber({ sheet, marks }: { readonly sheet: FormatSheet; readonly marks: Marks }) {
  const { place, align, sizePt, edgeMm } = sheet.pageNumber
  return (
    <Measure
      isActive={marks.active === 'page_number'}
      style={{
        [place === 'header' ? 'top' : 'bottom']: mm(edgeMm),
        left: mm(sheet.marginsMm.left + 32),
        right: mm(sheet.marginsMm.right),
        height: pt(sizePt * SINGLE),
        justifyItems: align === 'right' ? 'end' : 'center',
        // Centred on the text, though the lengths of the margins stand beside it.
        ...(align === 'center' ? { left: mm(sheet.marginsMm.left), justifySelf: 'center' } : {}),
      }}
    >
      <span>
        <span style={{ fontFamily: 'inherit', fontSize: pt(sizePt) }}>2</span> ({t('formats.page_number_note')})
      </span>
    </Measure>
  )
}

const CheckPart = ({ sheet, marks }: { readonly sheet: FormatSheet; readonly marks: Marks }) =>
  sheet.check.length === 0 ? null : (
    <div style={{ display: 'flex', gap: mm(3), marginTop: pt(10) }}>
      <div
        aria-hidden="true"
        style={{
          display: 'grid',
          placeItems: 'center',
          flex: 'none',
          width: mm(QR_MM),
          height: mm(QR_MM),
          border: '1px dashed #555',
          fontSize: pt(8),
          lineHeight: 1.1,
        }}
      >
        {t('formats.qr')}
      </div>
      <div style={{ flex: '1 1 auto' }}>
        <Lines lines={sheet.check} marks={marks} />
      </div>
    </div>
  )

/** The first line of each component carries its mark. */
const firstLines = ({ head, middle, signature, check }: FormatSheet): Set<SheetLine> => {
  const order = [
    ...head.rows.flatMap((row) => [...row.left, ...row.right]),
    ...middle,
    ...signature.rows.flatMap((row) => [...row.right, ...row.left]),
    ...check,
  ]
  return new Set([...Map.groupBy(order, (line) => line.about).values()].flatMap((lines) => lines.slice(0, 1)))
}

/** The components that stand on a page, in the order of the eye. */
export const drawnOn = (sheet: FormatSheet): ReadonlySet<string> =>
  new Set([...[...firstLines(sheet)].map((line) => line.about), 'margins', 'page_number'])

type SheetProps = { readonly sheet: FormatSheet; readonly label: string; readonly pointing: Pointing }

export function PaperSheet({ sheet, label, pointing }: SheetProps) {
  const marks: Marks = { ...pointing, marked: firstLines(sheet) }
  const { top, bottom, left, right } = sheet.marginsMm
  // A length of the sheet for its own style sheet: everything on it is a share of this width.
  const scale = { '--sheet-mm': sheet.widthMm, minHeight: mm(sheet.heightMm) } as CSSProperties
  return (
    <section
      className="sheet"
      lang="vi"
      aria-label={label}
      style={{ ...scale, padding: `${mm(top)} ${mm(right)} ${mm(bottom)} ${mm(left)}` }}
    >
      <Margins sheet={sheet} active={marks.active} />
      <PageNumber sheet={sheet} marks={marks} />
      <Columns columns={sheet.head} marks={marks} />
      <div style={{ marginTop: pt(12) }}>
        <Lines lines={sheet.middle} marks={marks} />
      </div>
      <div style={{ marginTop: pt(8) }}>
        <Columns columns={sheet.signature} marks={marks} />
      </div>
      <CheckPart sheet={sheet} marks={marks} />
    </section>
  )
}
