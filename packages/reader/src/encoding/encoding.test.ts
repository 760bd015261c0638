// Old letters: round trips through the tables, decisions by letters, and text that must stay as it is.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertOldText } from './convert.ts'
import { decodeText } from './decode.ts'
import { fromOldLetters, oldLettersOf } from './old-letters.ts'
import { convertRuns } from './runs.ts'
import { syllableJudge } from './syllables.ts'
import { bytesOf, inOldLetters } from './testing-old-text.ts'

const REPORT = [
  'Phường Hòa Mạc tổ chức 12 hội nghị đối thoại, có 1.250 lượt người dự.',
  'Khối dân vận các tổ dân phố giữ vững nền nếp giao ban; kịp thời nắm tình hình nhân dân.',
  'Đã tiếp nhận, giải quyết 98,5% ý kiến; hỗ trợ “quỹ vì người nghèo” được 75 triệu đồng.',
].join('\n')
const CAPITALS = 'ĐẢNG BỘ TỈNH, ỦY BAN NHÂN DÂN PHƯỜNG: BÁO CÁO KẾT QUẢ CÔNG TÁC DÂN VẬN KHÉO'

const WORDS =
  'phường xã thôn được người nhân dân quỹ khuyến nghĩa thưởng giữ gìn hoạt động tuyên truyền nguyện vọng đẩy mạnh sẽ kỳ ý ở ấp mỗi hộ nước rẫy lũy thuế bổ sung đường ruộng vườn chuyển đổi nghiệp khỏe ngõ'
const sentence = fc
  .array(fc.constantFrom(...WORDS.split(' ')), { minLength: 8, maxLength: 40 })
  .map((it) => it.join(' '))

describe('letters of old fonts', () => {
  it.each(['tcvn3', 'vni', 'viscii'] as const)('come back from %s as they were', (coding) => {
    for (const letter of `aăâeêioôơuưyđ`)
      for (const tone of ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']) {
        const whole = `${letter}${tone}`.normalize('NFC')
        if (letter === 'đ' && tone !== '') continue
        expect(fromOldLetters(inOldLetters[coding](whole), coding)).toBe(whole)
      }
  })

  it('are written as the people of that time wrote them', () => {
    expect(fromOldLetters('C«ng t¸c d©n vËn n¨m 2005', 'tcvn3')).toBe('Công tác dân vận năm 2005')
    expect(fromOldLetters('Coâng taùc daân vaän, phöôøng Hoøa Thuaän', 'vni')).toBe(
      'Công tác dân vận, phường Hòa Thuận',
    )
    expect(fromOldLetters('UÛY BAN NHAÂN DAÂN', 'vni')).toBe('ỦY BAN NHÂN DÂN')
    expect(fromOldLetters('Uûy ban, Aâu Cô, AÂu Cô', 'vni')).toBe('Ủy ban, Âu Cơ, Âu Cơ')
  })

  it('are capitals in fonts of capitals', () => {
    expect(oldLettersOf('.VnTimeH')).toBe('tcvn3-capitals')
    expect(oldLettersOf('.VnArial')).toBe('tcvn3')
    expect(oldLettersOf('VNI-Times')).toBe('vni')
    expect(oldLettersOf('Times New Roman')).toBeUndefined()
    expect(fromOldLetters('ñy ban nh©n d©n', 'tcvn3-capitals')).toBe('ỦY BAN NHÂN DÂN')
  })

  it('kept in the private area are read all the same', () => {
    const kept = inOldLetters
      .tcvn3('đường')
      .replace(/[\u00a0-\u00ff]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xf000))
    expect(fromOldLetters(kept, 'tcvn3')).toBe('đường')
  })
})

describe('text inside Word files', () => {
  it.each(['tcvn3', 'vni'] as const)('is recognised as %s', (coding) => {
    expect(convertOldText(inOldLetters[coding](REPORT))).toEqual({ text: REPORT, encoding: coding })
  })

  it('of one coding takes its short lines along', () => {
    // Alone, "cã" and "xã" are good words either way.
    const text = `${REPORT}\nxó có\n${REPORT}`
    expect(convertOldText(inOldLetters.tcvn3(text)).text).toBe(text)
    expect(convertOldText('xã có').text).toBe('xã có')
  })

  it('that is Unicode stays, line by line', () => {
    const mixed = `${REPORT}\n${inOldLetters.vni('Hội Nông dân vận động hiến 2.500 m² đất')}`
    expect(convertOldText(mixed)).toEqual({
      text: `${REPORT}\nHội Nông dân vận động hiến 2.500 m² đất`,
      encoding: 'vni',
    })
    for (const text of [
      REPORT,
      CAPITALS,
      'và có xã hà',
      '“Là”: 25°C, 30 m², ±5 «và»',
      'Café à côté été Müller naïve',
      '5 m³ nước · 3 km²',
    ])
      expect(convertOldText(text)).toEqual({ text, encoding: undefined })
  })

  it('in Unicode is never touched, whatever its words', () => {
    fc.assert(fc.property(sentence, (text) => convertOldText(text).text === text))
  })

  it('comes back from a round trip', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom('tcvn3', 'vni'), (text, coding) => {
        expect(convertOldText(inOldLetters[coding as 'tcvn3' | 'vni'](text)).text).toBe(text)
      }),
    )
  })
})

describe('runs with the names of their fonts', () => {
  it('are joined, and believed when the words agree', () => {
    const signs = [...inOldLetters.vni('đường ruộng')].map((text) => ({ text, letters: 'vni' as const }))
    const plain = { text: ', 12 hộ', letters: undefined }
    expect(convertRuns([[...signs, plain]])).toEqual({ lines: ['đường ruộng, 12 hộ'], believed: ['vni'] })
  })

  it('stay when they hold Unicode under an old name', () => {
    const lines = ['và có hà xã', REPORT].map((text) => [{ text, letters: 'tcvn3' as const }])
    expect(convertRuns(lines)).toEqual({ lines: ['và có hà xã', REPORT], believed: [] })
  })
})

describe('bytes', () => {
  const utf16 = (text: string): number[] => [...text].flatMap((it) => [it.charCodeAt(0) & 255, it.charCodeAt(0) >> 8])

  it.each(['tcvn3', 'vni', 'viscii'] as const)('of %s are recognised by their words', (coding) => {
    const plain = REPORT.replace(/[“”]/g, '"')
    const read = decodeText(bytesOf(inOldLetters[coding](plain)))
    expect(read).toEqual({ text: plain, encoding: coding, because: ['encoding.syllables'] })
  })

  it('of windows-1258 carry tones as signs of their own', () => {
    // "Hội nghị đối thoại": ô + dot below, i + dot below, đ, ô + acute.
    const bytes = bytesOf('H\u00f4\u00f2i ngh\u00ef\u00f2'.replace('\u00ef', 'i') + ' \u00f0\u00f4\u00eci thoa\u00f2i')
    expect(decodeText(bytes)).toMatchObject({ text: 'Hội nghị đối thoại', encoding: 'windows-1258' })
  })

  it('of Unicode are known by their mark, their zeros or their validity', () => {
    const text = 'Tổ dân phố số 5'
    const utf8 = new TextEncoder().encode(text)
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]))).toMatchObject({ text, encoding: 'utf-8' })
    expect(decodeText(Uint8Array.from([0xff, 0xfe, ...utf16(text)]))).toMatchObject({
      text,
      encoding: 'utf-16le',
      because: ['encoding.mark'],
    })
    expect(decodeText(Uint8Array.from(utf16(text)))).toMatchObject({
      text,
      encoding: 'utf-16le',
      because: ['encoding.zero-bytes'],
    })
    expect(decodeText(new TextEncoder().encode(text.normalize('NFD')))).toMatchObject({ text, encoding: 'utf-8' })
  })

  it('of UTF-8 with one broken place are still UTF-8', () => {
    const utf8 = new TextEncoder().encode(REPORT)
    expect(decodeText(utf8.subarray(0, utf8.indexOf(0xe1) + 1 + 200)).encoding).toBe('utf-8')
    const cut = new TextEncoder().encode(REPORT.repeat(2))
    cut[10] = 0xff
    expect(decodeText(cut)).toMatchObject({ encoding: 'utf-8', because: ['encoding.utf8-damaged'] })
  })

  it('of old letters saved as UTF-8 are converted', () => {
    const saved = new TextEncoder().encode(inOldLetters.vni(REPORT))
    expect(decodeText(saved)).toEqual({
      text: REPORT,
      encoding: 'vni',
      because: ['encoding.utf8-valid', 'encoding.old-font'],
    })
  })

  it('believe a page that declares its coding only when the letters agree', () => {
    const page = `<meta http-equiv="Content-Type" content="text/html; charset=windows-1258">`
    expect(decodeText(bytesOf(`${page}${inOldLetters.tcvn3('Hội nghị sơ kết phong trào thi đua')}`)).encoding).toBe(
      'tcvn3',
    )
    expect(decodeText(bytesOf(`${page}\u00e9`)).encoding).toBe('windows-1258')
  })

  it('of any kind never throw and give composed text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { text } = decodeText(bytes)
        expect(text.normalize('NFC')).toBe(text)
      }),
    )
  })

  it('come back from a round trip', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom('tcvn3', 'vni', 'viscii'), (text, coding) => {
        expect(decodeText(bytesOf(inOldLetters[coding as 'vni'](text))).text).toBe(text)
      }),
    )
  })
})

describe('syllables', () => {
  it.each(['nghiêng', 'Quốc', 'giữ', 'khuỷu', 'ương', 'uỷ', 'HOẠCH', 'ngoằn', 'gìn'])('%s is one', (word) => {
    expect(syllableJudge()(word)).toBe(true)
  })
  it.each(['côc', 'wế', 'été', 'ấấ', 'nghịp\u0300', 'strờ', ''])('%s is none', (word) => {
    expect(syllableJudge()(word)).toBe(false)
  })
})
