// A deck as a .pptx file: the same deck gives the same bytes. The library's file is taken apart, mended and packed again.
import { strFromU8 } from 'fflate'
import { packText, unpackBytes, type ZipContent } from '../fixed-zip.ts'
import { renderTables } from '../table-xlsx.ts'
import { xmlText } from '../xml-text.ts'
import type { ChartSlide, Deck } from './deck-model.ts'
import { drawSlide } from './slide-draw.ts'
import { defineMasters, PAGE } from './slide-frame.ts'
import { newSlideFile } from './slide-file.ts'

const CHART_PART = /(charts\/(?:_rels\/)?chart|embeddings\/Microsoft_Excel_Worksheet)(\d+)/g

/** Sheet, rows and columns are those that the chart's own formulas name. */
function chartBook(deck: Deck, { categories, series, decimals }: ChartSlide): Uint8Array {
  return renderTables({
    title: deck.title,
    creator: deck.owner,
    date: deck.date,
    tables: [
      {
        name: 'Sheet1',
        columns: [
          { head: ' ', width: 40, holds: 'text' },
          ...series.map(({ name }) => ({ head: name, width: 18, holds: 'number' as const, decimals })),
        ],
        rows: categories.map((category, at) => [category, ...series.map(({ values }) => values[at] ?? null)]),
      },
    ],
  })
}

/** Numbers of chart parts in the order in which they stand; the library counts on as long as the program runs. */
function chartNumbers(paths: Iterable<string>): ReadonlyMap<string, string> {
  const found = [...paths].flatMap((path) => /charts\/chart(\d+)\.xml$/.exec(path)?.[1] ?? [])
  return new Map(found.sort((a, b) => Number(a) - Number(b)).map((number, at) => [number, String(at + 1)]))
}

/** Every drawn thing of a slide gets a number of its own; the library repeats some. */
function numbered(xml: string): string {
  let last = 0
  return xml.replaceAll(/(<p:cNvPr id=")\d+(")/g, (_, before: string, after: string) => {
    last += 1
    return `${before}${last}${after}`
  })
}

// A third axis is named that no chart here has.
const withoutThirdAxis = (xml: string): string => xml.replaceAll('<c:axId val="2094734556"/>', '')

const withoutGaps = (xml: string): string =>
  xml
    .replaceAll(/<c:pt idx="\d+"><c:v>(?:NaN)?<\/c:v><\/c:pt>/g, '')
    .replace('<c:dispBlanksAs val="span"/>', '<c:dispBlanksAs val="gap"/>')

function mended(path: string, xml: string, deck: Deck): string {
  if (path === 'docProps/core.xml') {
    const day = `${deck.date}T00:00:00Z`
    return xml
      .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}`)
      .replace(/<dc:subject>[^<]*/, `<dc:subject>${xmlText(deck.title)}`)
  }
  const spoken = xml.replaceAll('lang="en-US"', `lang="${deck.language}"`)
  if (path.startsWith('ppt/charts/'))
    return withoutThirdAxis(withoutGaps(spoken)).replace('<c:roundedCorners val="1"/>', '<c:roundedCorners val="0"/>')
  return /^ppt\/(?:slides|slideLayouts|slideMasters)\//.test(path) ? numbered(spoken) : spoken
}

function partsOf(bytes: Uint8Array, deck: Deck): Map<string, ZipContent> {
  const found = unpackBytes(bytes)
  const numbers = chartNumbers(found.keys())
  const renumbered = (text: string): string =>
    text.replaceAll(CHART_PART, (_, before: string, number: string) => `${before}${numbers.get(number) ?? number}`)
  const charts = deck.slides.filter((slide) => slide.kind === 'chart')
  return new Map(
    [...found].map(([path, content]): [string, ZipContent] => {
      const here = renumbered(path)
      const workbook = /Microsoft_Excel_Worksheet(\d+)\.xlsx$/.exec(here)?.[1]
      const chart = workbook === undefined ? undefined : charts[Number(workbook) - 1]
      if (chart !== undefined) return [here, chartBook(deck, chart)]
      return [here, /\.(?:xml|rels)$/.test(here) ? mended(here, renumbered(strFromU8(content)), deck) : content]
    }),
  )
}

/** The bytes of a .pptx file. Throws RangeError for more figures or rows than a slide holds. */
export async function renderSlides(deck: Deck): Promise<Uint8Array> {
  const file = newSlideFile()
  file.defineLayout({ name: 'RONG', width: PAGE.width, height: PAGE.height })
  file.layout = 'RONG'
  file.title = deck.title
  file.author = deck.owner
  file.company = deck.owner
  file.theme = { headFontFace: deck.font, bodyFontFace: deck.font }
  defineMasters(file, deck)
  for (const slide of deck.slides) drawSlide(file, deck, slide)
  const made = await file.write({ outputType: 'uint8array' })
  return packText(partsOf(made as Uint8Array, deck))
}
