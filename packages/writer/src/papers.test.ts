// Papers of the three families as they are drawn in Word, read back by their text: decisions, minutes, letters, invitations, batches.

import { describe, expect, it } from 'vitest'
import {
  checkAddress,
  decision,
  frontNotice,
  invitation,
  minutes,
  partyLetter,
  plainPaper,
} from '../test/paper-samples.ts'
import { profileOf, profilesJson } from '../test/samples.ts'
import type { PaperDocument } from './block-model.ts'
import { checkDocument, numberLine } from './components.ts'
import { renderDocx, renderDocxBatch } from './docx-writer.ts'
import { unpackBytes, unpackText } from './fixed-zip.ts'
import { componentCodes, parseProfiles } from './profile.ts'

const all = () => {
  const parsed = parseProfiles(profilesJson)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  return parsed.value
}
const render = (paper: PaperDocument) => renderDocx(paper, profileOf(paper.profile))
const xmlOf = (bytes: Uint8Array) => unpackText(bytes).get('word/document.xml') ?? ''
const unescape = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const linesOf = (xml: string) =>
  xml
    .split('</w:p>')
    .map((part) => unescape([...part.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((found) => found[1]).join('')))
    .filter((line) => line !== '')
const linesIn = async (paper: PaperDocument) => linesOf(xmlOf(await render(paper)))
const count = (text: string, part: string) => text.split(part).length - 1
const inOrder = (lines: readonly string[], wanted: readonly string[]) => {
  const places = wanted.map((line) => lines.indexOf(line))
  expect(places, JSON.stringify(wanted)).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
}

describe('the catalogue of formats', () => {
  const usual =
    'ke-hoach cong-van giay-moi chuong-trinh bien-ban thong-bao to-trinh quyet-dinh bao-cao huong-dan phieu-gui phieu-chuyen phieu-bao'.split(
      ' ',
    )

  it('has for every family a format of every day since 2017, and one only', () => {
    for (const family of ['state', 'party', 'front'] as const)
      for (const day of [
        '2017-01-01',
        '2018-04-03',
        '2020-03-04',
        '2020-03-05',
        '2026-01-11',
        '2026-01-12',
        '2031-01-01',
      ])
        expect(
          all().filter(
            (it) => it.family === family && it.validFrom <= day && (it.validTo === null || day <= it.validTo),
          ),
          `${family} ${day}`,
        ).toHaveLength(1)
  })

  it.each(all().map((profile) => [profile.code, profile] as const))(
    '%s draws each of its kinds',
    async (_, profile) => {
      expect([...profile.kinds.keys()]).toEqual(expect.arrayContaining(usual))
      for (const kind of profile.kinds.keys()) {
        const paper = plainPaper(profile.code, profile.family, kind)
        expect(checkDocument(paper, profile), kind).toMatchObject({ ok: true })
        expect(numberLine(profile, paper.components)).not.toMatch(/\{|undefined/)
        expect((await renderDocx(paper, profile)).byteLength).toBeGreaterThan(1000)
      }
    },
  )

  it.each(all().map((profile) => [profile.code, profile] as const))('%s defines what may be drawn', (_, profile) => {
    const title = profile.family === 'party' ? ['national_name', 'motto'] : ['party_name']
    expect(componentCodes.filter((code) => !profile.components.has(code))).toEqual(title)
    for (const [code, { sizePt, sizeRangePt }] of profile.components) {
      if (sizeRangePt === null) continue
      expect(sizePt, code).toBeGreaterThanOrEqual(sizeRangePt.least)
      expect(sizePt, code).toBeLessThanOrEqual(sizeRangePt.most)
    }
    for (const kind of profile.addressee.kinds) expect(profile.kinds.has(kind), kind).toBe(true)
  })

  it('gives no two kinds of one format the same abbreviation', () => {
    for (const { code, kinds } of all()) {
      const abbreviations = [...kinds.values()].map((kind) => kind.abbreviation)
      expect(new Set(abbreviations).size, code).toBe(abbreviations.length)
    }
  })

  it('refuses to draw what a format of older data has no style for', () => {
    const profile = profileOf('nha-nuoc-2020')
    const components = new Map([...profile.components].filter(([code]) => code !== 'decided_by'))
    expect(checkDocument(decision(), { ...profile, components })).toMatchObject({
      problem: { faults: [{ code: 'component_missing', component: 'decided_by' }] },
    })
  })
})

describe('a decision', () => {
  it('says who decides between its summary and its legal bases, and where it can be checked at the end', async () => {
    const lines = await linesIn(decision())
    inOrder(lines, [
      'QUYẾT ĐỊNH',
      'Về việc công nhận mô hình "Dân vận khéo" năm 2025',
      'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;',
      'Theo đề nghị của Tổ thẩm định mô hình "Dân vận khéo" phường.',
      'QUYẾT ĐỊNH:',
      'Điều 1. Công nhận 04 mô hình "Dân vận khéo" năm 2025.',
      'Nơi nhận:',
      'Kiểm tra văn bản tại:',
    ])
    const body = 'ỦY BAN NHÂN DÂN PHƯỜNG DUY TIÊN'
    expect(lines.lastIndexOf(body)).toBe(lines.findIndex((line) => line.startsWith('Căn cứ')) - 1)
  })

  it('carries its square code 18 mm wide, described in words', async () => {
    const bytes = await render(decision())
    expect([...unpackBytes(bytes).keys()].filter((path) => path.startsWith('word/media/'))).toHaveLength(1)
    const xml = xmlOf(bytes)
    expect(xml).toContain(`descr="${checkAddress}"`)
    const side = Number(/<wp:extent cx="(\d+)"/.exec(xml)?.[1])
    expect(Math.abs(side / 36_000 - 18)).toBeLessThan(0.1)
    expect(xml).toMatch(/<wp:docPr [^>]*id="1"/)
  })

  it('is the same bytes however many were drawn before', async () => {
    const first = await render(decision())
    await render(decision())
    expect(await render(decision())).toEqual(first)
  })
})

describe('minutes', () => {
  it('have the secretary at the left, the chair at the right and the recipients below', async () => {
    const lines = await linesIn(minutes())
    inOrder(lines, ['THƯ KÝ', 'CHỦ TỌA', 'Nơi nhận:', '- Thành phần dự họp;'])
    expect(lines).toContain('Số: 08/BB-UBND')
  })
})

describe('the two other families', () => {
  it('a Party letter of 2026 has the Party title, its number and spelling', async () => {
    const lines = await linesIn(partyLetter())
    inOrder(lines, ['ĐẢNG BỘ TỈNH NINH BÌNH', 'ĐẢNG UỶ PHƯỜNG DUY TIÊN', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'Số 45-CV/ĐU'])
    inOrder(lines, ['Kính gửi:', '- Các chi bộ trực thuộc Đảng bộ phường;', 'T/M BAN THƯỜNG VỤ'])
    expect(lines.join('\n')).not.toContain('CỘNG HÒA')
  })

  it('a notice and a letter of the Front are numbered as it numbers them', async () => {
    const lines = await linesIn(frontNotice())
    inOrder(lines, [
      'ỦY BAN MTTQ VIỆT NAM PHƯỜNG DUY TIÊN',
      'BAN THƯỜNG TRỰC',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 249/TB-MTTQ-BTT',
      'THÔNG BÁO',
      'TM. BAN THƯỜNG TRỰC',
    ])
    const { components } = frontNotice()
    const letter = { ...components, kind: 'cong-van', number: { value: 249, body: 'MTTQ-BTT' } }
    expect(numberLine(profileOf('mat-tran-2020'), letter)).toBe('Số: 249/MTTQ-BTT')
  })
})

describe('a batch', () => {
  const names = [1, 2, 3, 4, 5].map((at) => `Tổ dân phố số ${at}`)

  it('holds each paper on a page of its own with the rules of a first page', async () => {
    const profile = profileOf('nha-nuoc-2020')
    const xml = xmlOf(await renderDocxBatch(names.map(invitation), profile))
    const lines = linesOf(xml)
    expect(lines.filter((line) => line === 'GIẤY MỜI')).toHaveLength(5)
    expect(lines.filter((line) => line.startsWith('Kính gửi:'))).toEqual(names.map((name) => `Kính gửi: ${name}`))
    expect(count(xml, '<w:titlePg/>')).toBe(5)
    expect(count(xml, '<w:pgNumType w:start="1"')).toBe(5)
  })

  it('of one paper is that paper, and of none is refused', async () => {
    const profile = profileOf('nha-nuoc-2020')
    expect(await renderDocxBatch([invitation('Công an phường')], profile)).toEqual(
      await renderDocx(invitation('Công an phường'), profile),
    )
    await expect(renderDocxBatch([], profile)).rejects.toThrow('no paper to render')
  })

  it('gives every square code an own number in the file', async () => {
    const xml = xmlOf(await renderDocxBatch([decision(), decision(), decision()], profileOf('nha-nuoc-2020')))
    const ids = [...xml.matchAll(/<wp:docPr [^>]*\bid="(\d+)"/g)].map((found) => found[1])
    expect(ids).toHaveLength(3)
    expect(new Set(ids).size).toBe(3)
  })
})

describe('a square code among the blocks', () => {
  it('stands with its lines beside it at the size asked for', async () => {
    const paper = {
      ...minutes(),
      blocks: [{ kind: 'qr', text: checkAddress, lines: ['Điểm danh'], sizeMm: 30 } as const],
    }
    const xml = xmlOf(await render(paper))
    expect(linesOf(xml)).toContain('Điểm danh')
    expect(Math.abs(Number(/<wp:extent cx="(\d+)"/.exec(xml)?.[1]) / 36_000 - 30)).toBeLessThan(0.1)
  })
})
