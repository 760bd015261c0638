// Figures of sentences taken for indicators: many ways of writing, the product's own sentences, and what is no figure of the report.
import { readFileSync } from 'node:fs'
import { deriveValues } from '@kheo/core/indicator/derive.ts'
import type { Values } from '@kheo/core/indicator/model.ts'
import { renderSentence } from '@kheo/core/indicator/narrative.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from '../read.ts'
import type { ReadFigure } from '../reading.ts'
import { isOfReport, type IndicatorClaim } from './claim.ts'
import { matchIndicators } from './match.ts'
import { catalogue, DAY, hints } from './testing-catalogue.ts'
import { figureFrom, readMarked } from './testing-marked.ts'
import { SENTENCES } from './testing-sentences.ts'

const matched = (marked: string, year?: number): { text: string; claims: IndicatorClaim[] } => {
  const { text, figures } = readMarked(marked)
  return { text, claims: matchIndicators(text, figures, { hints, day: DAY, ...(year === undefined ? {} : { year }) }) }
}
const told = (marked: string, year?: number): Record<string, number> =>
  Object.fromEntries(matched(marked, year).claims.map(({ indicator, value }) => [indicator, value]))

/** Below this a claim is not offered as found. */
const OFFERED = 0.5

/** What is wrong with the claims of a sentence, each fault in a line. */
function faults(
  marked: string,
  read: (text: string, figures: readonly ReadFigure[]) => readonly ReadFigure[],
): string[] {
  const { text, figures: built, expected } = readMarked(marked)
  const figures = read(text, built)
  const claims = matchIndicators(text, figures, { hints, day: DAY })
  return expected.flatMap((wanted) => {
    const own = claims.filter(({ figure }) => figures[figure]?.start === wanted.start)
    const [value, of] = [own.find(({ part }) => part === 'value'), own.find(({ part }) => part === 'of')]
    const line = `${text.slice(wanted.start, wanted.start + 30)}: ${value?.indicator}/${of?.indicator}`
    if (wanted.isPlan && value?.kindOfValue !== 'plan' && value !== undefined) return [`${line}, not a plan`]
    if (wanted.isOther && value?.ofOtherPeriod !== true && value !== undefined) return [`${line}, of this period`]
    if (wanted.indicator === null)
      return value !== undefined && isOfReport(value) && value.confidence >= OFFERED ? [`${line}, not expected`] : []
    if (value?.indicator !== wanted.indicator || (of?.indicator ?? null) !== wanted.of) return [line]
    const isOwn = !wanted.isPlan && !wanted.isOther && !wanted.isOfPlace
    return isOfReport(value) === isOwn ? [] : [`${line}, ${value.kindOfValue} ${value.ofOtherPeriod} ${value.ofPlace}`]
  })
}

describe('sentences of offices', () => {
  it.each(SENTENCES)('%s', (marked) => {
    expect(faults(marked, (_, built) => built)).toEqual([])
  })
  it('says the same with figures read from the text', () => {
    expect(SENTENCES.flatMap((marked) => faults(marked, (text) => readText(text).figures))).toEqual([])
  })
})

describe('a fraction', () => {
  it('tells the part and the whole, its rest and its rate', () => {
    expect(told('Đã giải quyết [08/24 đơn], [16 đơn] đang xem xét.')).toEqual({
      GQ02: 8,
      GQ01: 24,
      GQ03: 16,
    })
    expect(told('Đã giải quyết [3/4 đơn] kiến nghị, đạt [75%].')).toEqual({ GQ02: 3, GQ01: 4, GQ04: 75 })
  })
  it('is borne out by the sum that the catalogue demands', () => {
    const { claims } = matched('Đã giải quyết [07/21 đơn] kiến nghị, [14 đơn] đang xem xét.')
    const wrong = matched('Đã giải quyết [07/21 đơn] kiến nghị, [11 đơn] đang xem xét.').claims
    expect(claims.every(({ because }) => because.includes('agree.R09'))).toBe(true)
    expect(wrong.every(({ because }) => because.includes('disagree.R09'))).toBe(true)
    expect(claims[0]!.confidence).toBeGreaterThan(wrong[0]!.confidence)
  })
})

describe('units', () => {
  it('brings money and areas to the unit of the indicator', () => {
    expect(told('Trao [200 suất quà] với tổng trị giá [1,5 tỷ đồng].')).toEqual({ AS01: 200, AS02: 1500 })
    expect(told('Nhân dân hiến [2,5 ha] đất.')).toEqual({ DC08: 25000 })
  })
  it('takes a norm for no count', () => {
    expect(told('Tiếp công dân [12 buổi/năm].')).toEqual({})
  })
})

describe('time and place', () => {
  it('tells years apart when it knows the year of the report', () => {
    const sentence = 'Năm 2021 có [40 mô hình] Dân vận khéo; năm 2022 có [52 mô hình] Dân vận khéo.'
    const own = (year?: number) => matched(sentence, year).claims.map((claim) => [claim.value, isOfReport(claim)])
    expect(own(2022)).toEqual([
      [40, false],
      [52, true],
    ])
    expect(own(2021)).toEqual([
      [40, true],
      [52, false],
    ])
  })
  it('names the place of which a figure is', () => {
    const { claims } = matched('Toàn huyện đăng ký [40 mô hình] Dân vận khéo, riêng xã Bình Minh [6 mô hình].')
    expect(claims.map(({ ofPlace }) => ofPlace)).toEqual([null, 'xã Bình Minh'])
  })
  it('knows the place that the head of the text names, or that it is told', () => {
    const head = 'Phường Hòa Mạc tổng kết công tác dân vận\n'
    const body = 'Phường Hòa Mạc đăng ký [6 mô hình] Dân vận khéo.'
    expect(matched(head + body).claims[0]!.ofPlace).toBeNull()
    expect(matched(`Tổng kết năm\n${body}`).claims[0]!.ofPlace).not.toBeNull()
    const { text, figures } = readMarked(`Tổng kết năm\n${body}`)
    expect(matchIndicators(text, figures, { hints, day: DAY, places: ['Hòa Mạc'] })[0]!.ofPlace).toBeNull()
  })
  it('takes a rise from one number to another as two figures of one thing', () => {
    const claims = matched('Mô hình Dân vận khéo tăng từ [48 mô hình] lên [55 mô hình].').claims
    expect(claims.map((claim) => [claim.value, isOfReport(claim)])).toEqual([
      [48, false],
      [55, true],
    ])
  })
  it('takes what stands under tasks to come for a plan, until results are told again', () => {
    const claims = matched(
      'I. KẾT QUẢ\nMở [3 lớp] tập huấn dân vận.\nII. NHIỆM VỤ TRỌNG TÂM\nMở [4 lớp] tập huấn dân vận.\nKết quả khác\nMở [5 lớp] tập huấn dân vận.',
    ).claims
    expect(claims.map(({ value, kindOfValue }) => [value, kindOfValue])).toEqual([
      [3, 'actual'],
      [4, 'plan'],
      [5, 'actual'],
    ])
  })
})

// The product's own sentences

const types: unknown = JSON.parse(
  readFileSync(new URL('../../../../catalogue/indicators/report-types.json', import.meta.url), 'utf8'),
)
const templatesIn = (data: unknown): string[] => {
  if (typeof data === 'string') return data.includes('{{') ? [data] : []
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(templatesIn) : []
}
/** Without what compares: those numbers are changes. */
const templates = [
  ...new Set(templatesIn(types).map((template) => template.replaceAll(/\[[^\]]*\|(?:cung-ky|ky-truoc)[^\]]*\]/g, ''))),
]

describe('sentences that the product writes', () => {
  it('are there', () => expect(templates.length).toBeGreaterThan(40))
  it.each(templates)('%s', (template) => {
    const values: Values = deriveValues(
      catalogue,
      Object.fromEntries(
        catalogue.indicators.map(({ code, decimals }, at) => [code, 900 - at + (decimals > 0 ? 0.5 : 0)]),
      ),
    )
    const rendered = renderSentence(template, { catalogue, values })
    if (rendered === null) throw new Error('not rendered')
    const { figures } = readText(rendered.text)
    const claims = matchIndicators(rendered.text, figures, { hints, day: DAY }).filter(isOfReport)
    for (const { code, from, value } of rendered.tokens) {
      const claim = claims.find(({ figure, part }) => figures[figure]?.start === from && part === 'value')
      expect([claim?.indicator, claim?.value], `${code} in ${rendered.text}`).toEqual([code, value])
    }
  })
})

describe('a number whose noun is left out', () => {
  it('is judged by the words of its own sentence, whatever noun was taken over from the one before', () => {
    const text =
      'Có 5.120 cử tri đi bỏ phiếu trên tổng số 5.130 cử tri. Số xã, phường có 100% cử tri đi bỏ phiếu là 04. Đã tổng hợp 70 ý kiến của Nhân dân.'
    const { figures } = readText(text)
    const claims = matchIndicators(text, figures, { hints, day: DAY })
    expect(claims.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['TT04', 5120],
      ['TT03', 5130],
      ['TT06', 4],
      ['TT07', 70],
    ])
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...SENTENCES.flatMap((marked) => readMarked(marked).text.split(' ')),
    '\n',
    '(',
    ')',
    ';',
    ':',
    '.',
    '"',
    '\u0000',
    '\ud800',
    '𝟜',
    'năm 2020',
    '',
  )
  it('gives claims of its figures with values that are numbers, and never throws', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), fc.boolean(), (words, isGlued) => {
        const text = words.join(isGlued ? '' : ' ').normalize('NFC')
        const figures = readText(text).figures
        for (const claim of matchIndicators(text, figures, { hints, day: DAY, year: 2020 })) {
          expect(figures[claim.figure]).toBeDefined()
          expect(Number.isFinite(claim.value)).toBe(true)
          expect(claim.confidence).toBeGreaterThanOrEqual(0)
          expect(claim.confidence).toBeLessThan(1)
          expect(claim.alternatives.map(({ indicator }) => indicator)).not.toContain(claim.indicator)
          expect(catalogue.byCode.has(claim.indicator)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
  it('bears figures that do not stand where they say', () => {
    const figure = figureFrom('5 đơn', 900)
    expect(() =>
      matchIndicators('Có đơn.', [figure, { ...figure, start: -4, value: Number.NaN }], { hints, day: DAY }),
    ).not.toThrow()
  })
  it('reads the same text the same way, and each paragraph for itself but for what stands above', () => {
    const sentence = 'Đã giải quyết [12/15 đơn] kiến nghị.'
    const [once, twice] = [matched(sentence).claims, matched(`Không có số.\n\n${sentence}`).claims]
    expect(twice.map(({ indicator, value }) => [indicator, value])).toEqual(
      once.map(({ indicator, value }) => [indicator, value]),
    )
  })
  it('takes time that grows with the text', () => {
    const { text, figures } = readMarked('Toàn huyện đăng ký [60 mô hình] Dân vận khéo, tiếp [11 lượt công dân], ')
    const time = (times: number): number => {
      const long = text.repeat(times)
      const all = Array.from({ length: times }, (_, at) =>
        figures.map((figure) => ({ ...figure, start: figure.start + at * text.length })),
      ).flat()
      const start = performance.now()
      matchIndicators(long, all, { hints, day: DAY })
      return performance.now() - start
    }
    time(500)
    const [small, large] = [time(1000), time(8000)]
    expect(large / small).toBeLessThan(24)
  })
})
