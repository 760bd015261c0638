// A line over periods, drawn as SVG. The table beside it says the same to those who do not see it.
import { showFigure } from '@kheo/ui/format.ts'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { SeriesCell } from './schema.ts'

const FIRST_WIDTH = 720
/** A period's title at 13 px, with air. */
const LABEL_WIDTH = 150
const HEIGHT = 260
const LEFT = 64
const RIGHT = 16
const TOP = 16
const BOTTOM = 36

/** A round step that gives at most five lines. */
function stepFor(top: number): number {
  const raw = Math.max(top, 1) / 4
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((it) => it * power).find((it) => it >= raw) ?? raw
  return Math.max(step, 1e-6)
}

/** The drawing is as wide as its place, so that words keep their size on a phone. */
function useWidth(): { readonly place: RefObject<HTMLDivElement | null>; readonly width: number } {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(FIRST_WIDTH)
  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { place, width }
}

/** Words at either end grow inwards, so that none is cut off. */
const anchorAt = (index: number, last: number): 'start' | 'middle' | 'end' =>
  index === 0 ? 'start' : index === last ? 'end' : 'middle'

type Point = { readonly x: number; readonly y: number; readonly cell: SeriesCell }

const isSoft = (cell: SeriesCell): boolean => cell.class === 'estimated' || cell.class === 'assumed'

export function LineChart({ label, cells }: { readonly label: string; readonly cells: readonly SeriesCell[] }) {
  const { place, width } = useWidth()
  const highest = Math.max(1, ...cells.flatMap((cell) => [cell.value ?? 0, cell.high ?? 0]))
  const step = stepFor(highest)
  const top = Math.ceil(highest / step) * step
  const x = (index: number) =>
    cells.length === 1 ? (LEFT + width - RIGHT) / 2 : LEFT + (index * (width - LEFT - RIGHT)) / (cells.length - 1)
  const y = (value: number) => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM)
  const points = cells.flatMap<Point & { readonly index: number }>((cell, index) =>
    cell.value === null ? [] : [{ x: x(index), y: y(cell.value), cell, index }],
  )
  const lines = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step)
  const every = Math.max(1, Math.ceil((cells.length * LABEL_WIDTH) / Math.max(width - LEFT - RIGHT, LABEL_WIDTH)))
  return (
    <figure className="card">
      <div ref={place} className="w-full max-w-4xl">
        <svg
          viewBox={`0 0 ${width} ${HEIGHT}`}
          role="img"
          aria-label={label}
          className="block h-auto w-full text-[13px]"
        >
          {lines.map((value) => (
            <g key={value}>
              <line x1={LEFT} x2={width - RIGHT} y1={y(value)} y2={y(value)} stroke="var(--line)" />
              <text x={LEFT - 8} y={y(value) + 4} textAnchor="end" fill="var(--muted)">
                {showFigure(value)}
              </text>
            </g>
          ))}
          {cells.map(
            (cell, index) =>
              index % every === 0 && (
                <text
                  key={cell.periodId}
                  x={x(index)}
                  y={HEIGHT - 12}
                  textAnchor={anchorAt(index, cells.length - 1)}
                  fill="var(--muted)"
                >
                  {cell.periodTitle.replace(/^năm /iu, '')}
                </text>
              ),
          )}
          {points.slice(1).map((point, index) => {
            const before = points[index]
            if (before === undefined) return null
            const hasGap = point.index - before.index > 1
            return (
              <line
                key={point.cell.periodId}
                x1={before.x}
                y1={before.y}
                x2={point.x}
                y2={point.y}
                stroke="var(--data-1)"
                strokeWidth={2}
                strokeDasharray={hasGap ? '5 5' : undefined}
              />
            )
          })}
          {points.map(({ cell, x: at, y: height }) => (
            <g key={cell.periodId}>
              {cell.low !== null && cell.high !== null && cell.low !== cell.high && (
                <line x1={at} x2={at} y1={y(cell.low)} y2={y(cell.high)} stroke="var(--data-1)" strokeWidth={1.5} />
              )}
              <circle
                cx={at}
                cy={height}
                r={5}
                fill={isSoft(cell) ? 'var(--surface)' : 'var(--data-1)'}
                stroke="var(--data-1)"
                strokeWidth={2}
              >
                <title>{`${cell.periodTitle}: ${showFigure(cell.value)}`}</title>
              </circle>
            </g>
          ))}
        </svg>
      </div>
    </figure>
  )
}
