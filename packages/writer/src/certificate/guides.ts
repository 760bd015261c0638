// Faint guides for a test print: ticks of the millimetre along the edges, and the outline of each place.

import { drawnPlaces } from './fit.ts'
import { type CertificateLayout, sheetSize } from './layout.ts'

const MM_PER_POINT = 25.4 / 72

// Ticks start away from the edge, where no printer prints.
const EDGE_MM = 5

const tickMm = (at: number): number => (at % 10 === 0 ? 3 : at % 5 === 0 ? 2 : 1)

const ticks = (lengthMm: number): readonly number[] =>
  Array.from({ length: Math.floor(lengthMm) - 2 * EDGE_MM + 1 }, (_, index) => index + EDGE_MM)

const rulers = (widthMm: number, heightMm: number): string => {
  const right = widthMm - EDGE_MM
  const bottom = heightMm - EDGE_MM
  const across = ticks(widthMm).map((x) => `M${x} ${EDGE_MM}v${tickMm(x)}M${x} ${bottom}v-${tickMm(x)}`)
  const down = ticks(heightMm).map((y) => `M${EDGE_MM} ${y}h${tickMm(y)}M${right} ${y}h-${tickMm(y)}`)
  const frame = `M${EDGE_MM} ${EDGE_MM}H${right}V${bottom}H${EDGE_MM}z`
  return [frame, ...across, ...down].join('')
}

const outlines = (layout: CertificateLayout): string =>
  drawnPlaces(layout)
    .map(({ xMm, yMm, widthMm, sizePt }) => {
      const top = yMm - sizePt * MM_PER_POINT
      return `M${xMm + layout.offsetMm.x} ${top + layout.offsetMm.y}h${widthMm}v${sizePt * MM_PER_POINT}h-${widthMm}z`
    })
    .join('')

const line = (path: string, colour: string): string =>
  `<path fill="none" stroke="${colour}" stroke-width="0.12" d="${path}"/>`

/** A drawing of the whole sheet, in millimetres: rulers of the paper, and the places where they fall after the printer's shift. */
export const guideSvg = (layout: CertificateLayout): string => {
  const { widthMm, heightMm } = sheetSize(layout)
  const drawn = line(rulers(widthMm, heightMm), '#9aa0a6') + line(outlines(layout), '#5b8def')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthMm} ${heightMm}">${drawn}</svg>`
}
