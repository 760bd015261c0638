// A blank drawn to scale: every line at its place in millimetres; the arrow keys move the chosen one.
import { t } from '@kheo/ui/text.ts'
import type { KeyboardEvent } from 'react'
import type { FieldShape, LayoutRow } from './layout-schema.ts'

const STEP_MM = 0.5
const LEAP = 10
const MM_PER_POINT = 25.4 / 72
/** The part of a line's height that stands above the line of its letters. */
const ASCENT = 0.95

const MOVES: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

const tidy = (mm: number): number => Math.round(mm * 100) / 100

/** A place moved within the sheet. */
export function moved(field: FieldShape, sheet: LayoutRow, [x, y]: readonly [number, number]): FieldShape {
  const within = (value: number, most: number): number => tidy(Math.min(Math.max(value, 0), most))
  return {
    ...field,
    xMm: within(field.xMm + x, sheet.widthMm - field.widthMm),
    yMm: within(field.yMm + y, sheet.heightMm),
  }
}

type PreviewProps = {
  readonly layout: LayoutRow
  readonly fields: readonly FieldShape[]
  readonly offset: LayoutRow['offset']
  readonly chosen: string | undefined
  readonly onChoose: (name: FieldShape['name']) => void
  readonly onMove: (field: FieldShape) => void
}

export function LayoutPreview({ layout, fields, offset, chosen, onChoose, onMove }: PreviewProps) {
  const { widthMm, heightMm } = layout
  const across = (mm: number): string => `${(mm * 100) / widthMm}%`
  const down = (mm: number): string => `${(mm * 100) / heightMm}%`
  const press = (field: FieldShape) => (event: KeyboardEvent) => {
    const move = MOVES[event.key]
    if (move === undefined) return
    event.preventDefault()
    const by = STEP_MM * (event.shiftKey ? LEAP : 1)
    onMove(moved(field, layout, [move[0] * by, move[1] * by]))
  }
  return (
    <figure className="grid gap-2">
      <div
        className="relative w-full overflow-hidden border border-[var(--edge)] bg-white text-black"
        style={{ aspectRatio: `${widthMm} / ${heightMm}`, containerType: 'inline-size' }}
      >
        {fields.map((field) => {
          const sizeMm = field.sizePt * MM_PER_POINT
          return (
            <button
              key={field.name}
              type="button"
              aria-pressed={chosen === field.name}
              className={`absolute overflow-hidden whitespace-nowrap border border-dashed p-0 leading-none ${
                chosen === field.name ? 'border-[#0a5a9c] bg-[#e7eff5]' : 'border-[#b8c0c8]'
              } ${field.bold ? 'font-bold' : ''} ${field.italic ? 'italic' : ''} ${field.upper ? 'uppercase' : ''}`}
              style={{
                left: across(field.xMm + offset.x),
                top: down(field.yMm + offset.y - sizeMm * ASCENT),
                width: across(field.widthMm),
                fontFamily: '"Times New Roman", Tinos, serif',
                fontSize: `${(sizeMm * 100) / widthMm}cqw`,
                textAlign: field.align,
              }}
              onClick={() => onChoose(field.name)}
              onFocus={() => onChoose(field.name)}
              onKeyDown={press(field)}
            >
              {t(`awards.field_${field.name}`)}
            </button>
          )
        })}
      </div>
      <figcaption className="field-help">{t('awards.layout_preview_help')}</figcaption>
    </figure>
  )
}
