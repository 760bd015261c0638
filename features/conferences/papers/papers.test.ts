// Papers of conferences: every role of every kind and family is drawn whole, and reads as an office writes.
import { readFileSync } from 'node:fs'
import { type Block, type BodyCell, type PaperDocument, runText } from '@kheo/writer/block-model.ts'
import { checkDocument } from '@kheo/writer/components.ts'
import { renderDocx } from '@kheo/writer/docx-writer.ts'
import { type FormatProfile, parseProfiles, profileAt } from '@kheo/writer/profile.ts'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { WrittenPaper } from '../../documents/paper.ts'
import { type ConferenceFacts, PAPER_ROLES, type PaperRole } from '../facts.ts'
import { conferencePapers, MISSING_WORDS, missingParts, type PaperOptions, paperRoles } from './index.ts'
import { agendaOf, bare, briefing, factsOf, fourSubjects, guestOf } from './testing-facts.ts'
import { conferenceName, seatLabel } from './words.ts'

const FAMILIES = ['party', 'state', 'front'] as const
const KINDS = ['briefing', 'interim-review', 'final-review', 'thematic'] as const

const profiles = (() => {
  const parsed = parseProfiles(
    JSON.parse(readFileSync(new URL('../../../catalogue/formats/profiles.json', import.meta.url), 'utf8')),
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  return parsed.value
})()

function profileOf(family: (typeof FAMILIES)[number], day: string): FormatProfile {
  const found = profileAt(profiles, family, day)
  if (!found.ok) throw new Error(`no profile of ${family}`)
  return found.value
}

const papersOf = (role: PaperRole, facts: ConferenceFacts, options?: PaperOptions): readonly WrittenPaper[] => {
  const made = conferencePapers[role](facts, options)
  return Array.isArray(made) ? (made as readonly WrittenPaper[]) : [made as WrittenPaper]
}

const onlyPaper = (role: PaperRole, facts: ConferenceFacts, options?: PaperOptions): WrittenPaper => {
  const [paper, ...more] = papersOf(role, facts, options)
  if (paper === undefined || more.length > 0) throw new Error(`${role}: ${more.length + 1} papers`)
  return paper
}

const cellText = (cell: BodyCell): string => (typeof cell === 'string' ? cell : cell.text)
const textOf = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'paragraph':
    case 'note':
      return [block.runs.map(runText).join('')]
    case 'list':
      return block.items.map((item) => `- ${item.map(runText).join('')}`)
    case 'table':
      return [
        ...block.headerRows.map((row) => row.map((cell) => cell.text).join(' | ')),
        ...block.rows.map((row) => row.cells.map(cellText).join(' | ')),
      ]
    case 'section':
      return block.annex === undefined ? [] : [`[${block.annex.label}: ${block.annex.title}]`]
    case 'qr':
      return [`<${block.text}> ${block.lines.join(' / ')}`]
    case 'pageBreak':
      return []
  }
}
/** Empty cells leave double spaces in what is read of a table. */
const proseOf = (paper: WrittenPaper): string =>
  [paper.summary, ...paper.blocks.filter((block) => block.kind !== 'table').flatMap(textOf)].join('\n')
const wordsOf = (paper: WrittenPaper): string => [paper.summary, ...paper.blocks.flatMap(textOf)].join('\n')

const composed = (paper: WrittenPaper, profile: FormatProfile): PaperDocument => ({
  profile: profile.code,
  language: 'vi-VN',
  components: {
    governingBody: 'CƠ QUAN CẤP TRÊN',
    issuingBody: 'CƠ QUAN BAN HÀNH',
    number: { value: 7, body: 'ĐU' },
    place: 'Duy Tiên',
    date: '2026-06-30',
    kind: paper.kind,
    summary: paper.summary,
    ...(paper.addressees === undefined ? {} : { addressees: paper.addressees }),
    signature: paper.signature ?? { post: 'PHÓ BÍ THƯ THƯỜNG TRỰC', name: '' },
    ...(paper.cosigner === undefined ? {} : { cosigner: paper.cosigner }),
    recipients: [...(paper.recipients ?? []), 'Lưu'],
  },
  blocks: paper.blocks,
})

const docxText = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, ' ')

describe('papers of a conference', () => {
  it.each(FAMILIES.flatMap((family) => PAPER_ROLES.map((role) => [family, role] as const)))(
    'of the family %s: %s is drawn without a fault, for every kind and for an empty record',
    async (family, role) => {
      const profile = profileOf(family, '2026-06-30')
      const whole = [...KINDS.map((kind) => factsOf({ kind, family })), fourSubjects({ family }), briefing({ family })]
      for (const facts of [...whole, ...KINDS.map((kind) => ({ ...bare(kind), family }))])
        for (const paper of papersOf(role, facts)) {
          expect(paper.family).toBe(family)
          const checked = checkDocument(composed(paper, profile), profile)
          expect(checked.ok ? [] : checked.problem.faults).toEqual([])
          expect(proseOf(paper)).not.toMatch(/undefined|null|NaN|\$\{|: \.|\(\)| {2}|;;|\.\.|;\./)
        }
      const [first] = papersOf(role, whole[4] as ConferenceFacts)
      const drawn = docxText(await renderDocx(composed(first as WrittenPaper, profile), profile))
      expect(drawn.length).toBeGreaterThan(500)
    },
  )

  it('of a whole record lack nothing; of an empty one say what they lack, in both languages', () => {
    const whole = fourSubjects()
    for (const role of PAPER_ROLES) expect([role, missingParts(role, whole)]).toEqual([role, []])
    const empty = bare('briefing')
    for (const role of PAPER_ROLES) {
      const missing = missingParts(role, empty)
      expect(missing.length, role).toBeGreaterThan(0)
      for (const part of missing) expect(MISSING_WORDS[part].every((words) => words.length > 3)).toBe(true)
      expect(paperRoles[role].every((words) => words.length > 3)).toBe(true)
    }
    expect(missingParts('giay-moi', factsOf({ guests: [] }))).toEqual(['guests'])
    expect(papersOf('giay-moi', factsOf({ guests: [] }))).toEqual([])
    expect(missingParts('bien-ban', { ...factsOf(), state: 'planned' })).toEqual(['held'])
    expect(missingParts('cong-van', briefing())).toEqual(['asked'])
    expect(missingParts('giay-moi', factsOf({ place: '', mode: 'online' }))).toEqual([])
  })

  it('name the conference as one word whatever was typed', () => {
    const name = (title: string) => conferenceName({ title, kind: 'briefing' })
    expect(name('Hội nghị giao ban quý III')).toBe('Hội nghị giao ban quý III')
    expect(name('hội nghị giao ban quý III.')).toBe('Hội nghị giao ban quý III')
    expect(name('Giao ban quý III')).toBe('Hội nghị giao ban quý III')
    expect(name('Công tác dân vận quý III')).toBe('Hội nghị giao ban công tác dân vận quý III')
    expect(name('QCDC năm 2026')).toBe('Hội nghị giao ban QCDC năm 2026')
  })
})

describe('kế hoạch', () => {
  it('has five parts, a table of duties and days as offices write them', () => {
    const paper = onlyPaper('ke-hoach', factsOf())
    const words = wordsOf(paper)
    expect(
      paper.blocks.filter((block) => block.kind === 'heading' && block.level === 1).map((block) => textOf(block)[0]),
    ).toEqual([
      'I. Mục đích, yêu cầu',
      'II. Nội dung',
      'III. Thời gian, địa điểm, phương thức',
      'IV. Thành phần',
      'V. Phân công thực hiện',
    ])
    expect(paper.summary).toMatch(/^về tổ chức Hội nghị sơ kết/)
    expect(words).toContain('Từ 08 giờ 00 đến 11 giờ 00, thứ Sáu, ngày 03/7/2026.')
    expect(words).toContain('2 | Chuẩn bị hội trường, âm thanh | Văn phòng Đảng ủy | 02/7/2026')
    expect(words).toContain('Tổng số đại biểu dự kiến: 06.')
    expect(onlyPaper('ke-hoach', factsOf({ family: 'state' })).summary).toMatch(/^Tổ chức Hội nghị/)
  })

  it('reads naturally when four subjects share one hall, and names the online points', () => {
    const words = wordsOf(onlyPaper('ke-hoach', fourSubjects()))
    expect(words).toContain(
      'Hội nghị gồm 04 nội dung: công tác dân vận; việc thực hiện quy chế dân chủ ở cơ sở; phong trào thi đua “Dân vận khéo”; các chương trình phối hợp.',
    )
    expect(words).toContain(
      'trực tiếp kết hợp trực tuyến, gồm điểm cầu chính tại hội trường Đảng ủy phường và 02 điểm cầu: Trụ sở xã Tiên Sơn; Trụ sở xã Yên Nam.',
    )
    expect(words).not.toContain('Hội nghị Hội nghị')
  })

  it('lists many online points in an annex', () => {
    const points = Array.from({ length: 24 }, (_, at) => ({ seq: at + 1, name: `Điểm cầu xã số ${at + 1}` }))
    const words = wordsOf(onlyPaper('ke-hoach', fourSubjects({ points })))
    expect(words).toContain('và 24 điểm cầu (có phụ lục kèm theo).')
    expect(words).toContain('[Phụ lục: Danh sách điểm cầu trực tuyến]')
    expect(words).toContain('24 | Điểm cầu xã số 24')
  })
})

describe('công văn', () => {
  it('asks each body for its report or paper by its day', () => {
    const paper = onlyPaper('cong-van', factsOf())
    expect(paper.addressees).toEqual([
      'Ban Thường trực Ủy ban MTTQ phường',
      'Công an phường',
      'tổ dân phố Bạch Đằng',
      'phường Duy Tiên',
      'Ủy ban nhân dân phường Duy Tiên',
    ])
    const words = wordsOf(paper)
    expect(paper.summary).toMatch(/^V\/v chuẩn bị báo cáo, tham luận phục vụ Hội nghị/)
    expect(words).toContain('1. Xây dựng báo cáo')
    expect(words).toContain('4. Thời hạn và nơi nhận')
    expect(words).toContain('trước ngày 20/6/2026 đến trước ngày 25/6/2026')
  })

  it('closes up its numbers when only papers are asked for', () => {
    const words = wordsOf(onlyPaper('cong-van', factsOf({ askedReports: [] })))
    expect(words).toContain('1. Chuẩn bị tham luận')
    expect(words).not.toContain('Xây dựng báo cáo')
  })
})

describe('giấy mời', () => {
  it('is one a guest, with the guest’s own code, seat and part', () => {
    const papers = papersOf('giay-moi', factsOf())
    expect(papers).toHaveLength(6)
    const [chair, , front, cell, award] = papers.map(wordsOf)
    expect(chair).toContain('Đồng chí Phó Bí thư Thường trực Đảng ủy, phường Duy Tiên')
    expect(chair).toContain('ma=MA0000000001')
    expect(front).toContain('Vị trí ngồi: A02.')
    expect(front).toContain('“Giám sát việc công khai các khoản đóng góp”, thời gian trình bày không quá 10 phút.')
    expect(cell).not.toContain('Giám sát việc công khai')
    expect(award).toContain('trước giờ khai mạc 15 phút')
    expect(award).toContain('\nĐại diện tổ dân vận, tổ dân phố Ninh Lão\n')
    expect(new Set(papers.map((paper) => wordsOf(paper).match(/ma=(\w+)/)?.[1])).size).toBe(6)
  })

  it('sends a guest of an online point there, and addresses nobody as comrade in a state paper', () => {
    const online = wordsOf(papersOf('giay-moi', fourSubjects()).at(-1) as WrittenPaper)
    expect(online).toContain('Dự tại điểm cầu: Trụ sở xã Yên Nam.')
    const state = papersOf('giay-moi', factsOf({ family: 'state' }))
      .map(wordsOf)
      .join('\n')
    expect(state).not.toMatch(/đồng chí/i)
  })

  it('is registered as one paper with the list of all', () => {
    const words = wordsOf(onlyPaper('giay-moi', factsOf(), { asOne: true }))
    expect(words).toContain('(06 đại biểu)')
    expect(words).toContain('[Danh sách: Đại biểu được mời dự Hội nghị]')
    expect(words).not.toContain('ma=')
  })
})

describe('chương trình và tham luận', () => {
  it('follow the clock; papers stand in the order of speaking', () => {
    const words = wordsOf(onlyPaper('chuong-trinh', factsOf()))
    expect(words).toContain(
      '08h15 – 08h40 | Báo cáo sơ kết công tác dân vận 6 tháng đầu năm 2026 | Trưởng Ban Xây dựng Đảng phường',
    )
    expect(words.indexOf('Giám sát việc công khai')).toBeLessThan(words.indexOf('hiến đất'))
    const speeches = wordsOf(onlyPaper('tham-luan', factsOf()))
    expect(speeches).toContain(
      'Tổng số 03 tham luận, trong đó 02 tham luận trình bày tại Hội nghị với tổng thời gian 18 phút.',
    )
    expect(speeches).toContain('Đã nhận 02 tham luận; còn 01 tham luận chưa gửi: phường Duy Tiên.')
    expect(speeches).toMatch(/1 \| Giám sát .* \| 10 \| 25\/6\/2026 \| Chưa/)
  })
})

describe('danh sách đại biểu và sơ đồ', () => {
  it('count by group and leave room to sign; codes only when asked', () => {
    const facts = fourSubjects()
    const words = wordsOf(onlyPaper('danh-sach-dai-bieu', facts))
    expect(words).toContain(
      'Tổng số đại biểu được mời: 07. Trong đó dự tại hội trường 06, dự tại 02 điểm cầu trực tuyến 01.',
    )
    expect(words).toContain('STT | Chức vụ | Cơ quan, đơn vị | Vị trí | Ký')
    expect(words).not.toContain('ma=')
    expect(wordsOf(onlyPaper('danh-sach-dai-bieu', facts, { withQr: true })).match(/ma=/g)).toHaveLength(7)
    const named = factsOf({
      guests: [guestOf(1, 'leader', 'Chủ tịch', 'phường Duy Tiên', { name: 'Tên Trong Quyết Định' })],
    })
    expect(wordsOf(onlyPaper('danh-sach-dai-bieu', named))).toContain('STT | Họ và tên | Chức vụ')
  })

  it('show the stage on top, the aisle, and every seated guest once', () => {
    const words = wordsOf(onlyPaper('so-do-cho-ngoi', factsOf()))
    expect(words).toContain('Sân khấu')
    expect(words).toContain('Bàn chủ trì: 01. Phó Bí thư Thường trực Đảng ủy, phường Duy Tiên')
    expect(words).toContain('lối đi giữa ghế 02 và ghế 03')
    expect(words).toMatch(/^A01: .* \| A02: .* \| {2}\| – \| A04: /m)
    expect(words.match(/^A02 \|/gm)).toHaveLength(1)
    const wide = wordsOf(onlyPaper('so-do-cho-ngoi', factsOf({ hall: { rows: 3, seatsPerRow: 20, aisleAfter: 0 } })))
    expect(wide).toMatch(/^A01 \| A02 \| – \| A04/m)
  })

  it('label rows past Z', () => {
    expect([1, 26, 27, 52, 53].map((row) => seatLabel({ row, seat: 3 }))).toEqual([
      'A03',
      'Z03',
      'AA03',
      'AZ03',
      'BA03',
    ])
  })
})

describe('quyết định khen thưởng', () => {
  it.each(['112/QĐ-UBND', 'số 112/QĐ-UBND', 'Quyết định số: 112/QĐ-UBND'])('is named by its number: %s', (decision) => {
    const facts = factsOf({
      awards: [{ to: 'Chi hội Phụ nữ', winner: 'collective', form: 'Giấy khen', subject: '', decision }],
    })
    expect(wordsOf(onlyPaper('bien-ban', facts))).toContain('Giấy khen (Quyết định số 112/QĐ-UBND)')
    const agenda = agendaOf('08:00', [['awards', 15, 'Trao khen thưởng', '']])
    expect(wordsOf(onlyPaper('kich-ban', { ...facts, agenda }))).toContain(
      'Căn cứ Quyết định số 112/QĐ-UBND, xin công bố',
    )
  })
})

describe('kịch bản', () => {
  it('gives words to every item, and drafts the opening and closing from the record', () => {
    const words = wordsOf(onlyPaper('kich-ban', fourSubjects()))
    for (const item of factsOf().agenda) expect(words).toContain(`: ${item.title}`)
    expect(words).toContain(
      'Hội nghị hôm nay cùng sơ kết, đánh giá thực chất 04 nội dung: công tác dân vận; việc thực hiện',
    )
    expect(words).toContain(
      'số mô hình “Dân vận khéo” đăng ký là 12 mô hình; tổng số lượt tiếp công dân là 117 lượt; giá trị quà tặng là 2.811,7 triệu đồng.',
    )
    expect(words).toContain('Các kết luận của hội nghị trước đã hoàn thành 01/02 nội dung. Còn 01 nội dung quá hạn')
    expect(words).toContain(
      'Căn cứ Quyết định số 112/QĐ-UBND, xin công bố Giấy khen cho 02 tập thể thuộc chuyên đề “Dân vận khéo”:',
    )
    expect(words).toMatch(
      /trình bày tham luận về “Giám sát [^”]+”\. Thời gian trình bày không quá 10 phút\. Tiếp theo, xin mời đại diện tổ dân phố Bạch Đằng chuẩn bị\./,
    )
  })

  it('of a briefing speaks of no award and no paper', () => {
    const words = wordsOf(onlyPaper('kich-ban', briefing()))
    expect(words).not.toMatch(/khen thưởng|tham luận/)
    expect(words).toContain('nắm tiến độ, tháo gỡ vướng mắc trong công tác dân vận')
  })

  it('shares spoken papers among several items, none lost', () => {
    const speech = factsOf().speeches
    const agenda = agendaOf('08:00', [
      ['paper', 10, 'Tham luận 1', ''],
      ['break', 5, 'Giải lao', ''],
      ['paper', 10, 'Tham luận 2', ''],
    ])
    const words = wordsOf(onlyPaper('kich-ban', factsOf({ agenda })))
    for (const each of speech.filter((it) => it.isSpoken)) expect(words.split(each.topic)).toHaveLength(2)
  })

  it('keeps each quoted number with its indicator', () => {
    const codes = onlyPaper('kich-ban', factsOf()).blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.runs.flatMap((run) => ('figure' in run ? [run.figure.code] : [])) : [],
    )
    expect(codes).toEqual(['MH01', 'TD01', 'AS02'])
  })
})

describe('biên bản và kết luận', () => {
  it('minutes are signed by secretary and chair and say when it ended', () => {
    const paper = onlyPaper('bien-ban', factsOf())
    expect([paper.cosigner?.post, paper.signature?.post]).toEqual(['THƯ KÝ', 'CHỦ TRÌ'])
    const words = wordsOf(paper)
    expect(words).toContain('Hội nghị kết thúc lúc 11 giờ 05 cùng ngày.')
    expect(words).toContain('Có mặt: 05/06 đại biểu được mời')
    expect(words).toContain('tán thành 41/43, không tán thành 0, ý kiến khác 02.')
    expect(words).toContain('đề nghị có thời hạn cho từng khâu.')
    expect(wordsOf(onlyPaper('bien-ban', briefing()))).not.toContain('Khen thưởng')
  })

  it('the notice gives each task a lead and a bold day, after the earlier results', () => {
    const paper = onlyPaper('ket-luan', factsOf())
    expect(paper.kind).toBe('thong-bao')
    expect(paper.summary).toMatch(/^kết luận của đồng chí Phó Bí thư Thường trực Đảng ủy phường tại Hội nghị sơ kết/)
    const words = wordsOf(paper)
    expect(words).toContain(
      '1. Giao Ban Xây dựng Đảng phường chủ trì, phối hợp với Ban Thường trực Ủy ban MTTQ phường: rà soát, đánh giá lại 12 mô hình “Dân vận khéo” đã đăng ký; hoàn thành trước ngày 05/8/2026; sản phẩm: báo cáo kết quả rà soát.',
    )
    expect(words).toContain('hoàn thành 01/02 nội dung; đang thực hiện 0; quá hạn 01.')
    const bolds = paper.blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.runs.flatMap((run) => (run.bold === true ? [runText(run)] : [])) : [],
    )
    expect(bolds).toEqual(expect.arrayContaining(['trước ngày 05/8/2026', 'trước ngày 20/7/2026']))
    expect(
      onlyPaper('ket-luan', factsOf({ family: 'state', chairPosts: ['Chủ tịch Ủy ban nhân dân phường'] })).summary,
    ).toMatch(/^Kết luận của Chủ tịch Ủy ban nhân dân phường tại/)
  })

  it('a thing without a lead or earlier results is still told', () => {
    const conclusion = {
      ...factsOf().conclusions[0],
      lead: '',
      helpers: '',
      product: '',
    } as ConferenceFacts['conclusions'][number]
    const words = wordsOf(onlyPaper('ket-luan', briefing({ conclusions: [conclusion], figures: [] })))
    expect(words).toContain(
      '1. Rà soát, đánh giá lại 12 mô hình “Dân vận khéo” đã đăng ký; hoàn thành trước ngày 05/8/2026.',
    )
    expect(words).toContain('I. Nhiệm vụ')
  })

  it('the table of results names number, content, lead, day and state', () => {
    const words = wordsOf(onlyPaper('ket-qua-ket-luan', factsOf()))
    expect(words).toContain(
      '1 | 12-TB/ĐU | Kiện toàn tổ dân vận ở các tổ dân phố | Ban Xây dựng Đảng phường | 31/3/2026 | Hoàn thành đúng hạn (28/3/2026) | Đã kiện toàn 24 tổ',
    )
    expect(words).toContain(
      '2 | 12-TB/ĐU | Công khai danh mục các khoản đóng góp | Ủy ban nhân dân phường | 15/4/2026 | Quá hạn |',
    )
    expect(words).toContain('- Công khai danh mục các khoản đóng góp (Ủy ban nhân dân phường, hạn 15/4/2026).')
  })
})
