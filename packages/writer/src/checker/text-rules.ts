// Judges the words themselves: spelling of tones, code of letters, what a template left behind, bodies and days that do not exist.
import type { FormatProfile } from '../profile.ts'
import { spell } from '../spelling.ts'
import type { EndedBody } from './ended-bodies.ts'
import type { Found } from './find.ts'
import { isTail, type Line, wholeLine } from './lines.ts'
import type { ReadPaper } from './read-model.ts'
import { finding, type Finding, type Where, whereIs } from './report.ts'

type Hit = { readonly line: Line; readonly words: string }

const places = (hits: readonly Hit[]): readonly Where[] => hits.map(({ line, words }) => whereIs(line, words))
const quoted = (hits: readonly Hit[]): string =>
  [...new Set(hits.map(({ words }) => words))]
    .slice(0, 3)
    .map((words) => `“${words}”`)
    .join(', ')

const hitsOf = (lines: readonly Line[], pattern: RegExp): Hit[] =>
  lines.flatMap((line) => [...line.text.matchAll(pattern)].map(([words]) => ({ line, words: words.trim() })))

/** Names of persons and places keep their own spelling, so capitalised words count only where they are the common ones. */
function isCommon(word: string): boolean {
  if (word === word.toLowerCase()) return true
  return /^(?:ủy|uỷ)$/iu.test(word)
}

function spelling(found: Found, { spelling }: FormatProfile): Finding[] {
  const other = spelling === 'ủy' ? 'uỷ' : 'ủy'
  const signer = new Set(found.of('signer'))
  const words = found.lines
    .filter((line) => !signer.has(line))
    .flatMap((line) => [...line.text.normalize('NFC').matchAll(/\p{L}+/gu)].map(([word]) => ({ line, words: word })))
    .filter(({ words }) => isCommon(words))
  // A word that the spelling of the profile would change is written in the other one.
  const strange = words.filter((hit) => spell(hit.words, spelling) !== hit.words)
  const own = words.filter((hit) => spell(hit.words, other) !== hit.words)
  if (strange.length === 0) return []
  const isMixed = own.length > 0
  return [
    finding({
      code: isMixed ? 'spelling_mixed' : 'spelling_other',
      component: 'text',
      severity: isMixed ? 'error' : 'warning',
      measured: quoted(strange),
      required: `một cách đặt dấu: “${spelling}”`,
      at: places(strange),
      message: isMixed
        ? `Văn bản dùng lẫn hai cách đặt dấu (${quoted(strange)} và ${quoted(own)}). Đề nghị dùng một cách “${spelling}”.`
        : `Văn bản đặt dấu kiểu ${quoted(strange)}, thể thức này dùng “${spelling}”. Đề nghị xem lại.`,
    }),
  ]
}

/** Letters of TCVN3 shown as Latin-1, beside a letter; and those that only VNI text is full of. */
const TCVN3 = /(?:[A-Za-z][¸µ¶·¹»¼½¾®¨©«¬]|[¸µ¶¹»¼½¾®¨©«¬][A-Za-z])\p{L}{0,12}/gu
const VNI = /\p{L}{0,12}[aeouyAEOUY][äåëïüñûøöÄÅËÏÜÑÛØÖ]\p{L}{0,12}/gu
const LEAST_STRANGE = 2

function encoding(found: Found): Finding[] {
  const decomposed = found.lines.filter((line) => line.text !== line.text.normalize('NFC'))
  const old = [...hitsOf(found.lines, TCVN3), ...hitsOf(found.lines, VNI)]
  const isOld = old.length >= LEAST_STRANGE
  return [
    ...(decomposed.length === 0
      ? []
      : [
          finding({
            code: 'text_not_nfc',
            component: 'text',
            measured: 'dấu rời (Unicode tổ hợp)',
            required: 'chữ có dấu liền (Unicode dựng sẵn)',
            at: decomposed.map((line) => whereIs(line)),
            message:
              'Có chữ viết bằng Unicode tổ hợp (dấu rời), dễ lỗi khi tìm kiếm và đổi máy. Đề nghị chuyển sang Unicode dựng sẵn.',
          }),
        ]),
    ...(isOld
      ? [
          finding({
            code: 'text_legacy_encoding',
            component: 'text',
            measured: quoted(old),
            required: 'bộ mã Unicode',
            at: places(old),
            message: `Chữ viết bằng bộ mã cũ (TCVN3 hoặc VNI), như ${quoted(old)}. Đề nghị chuyển mã sang Unicode.`,
          }),
        ]
      : []),
  ]
}

const PLACEHOLDERS: readonly RegExp[] = [
  /(?<!v\.v|[,;]\s?)…(?:\s*…)*/gu,
  /\.{4,}/g,
  /_{3,}/g,
  /\[(?!\d+\])[^\][]{1,80}\]/g,
  /\{[^{}]{1,80}\}/g,
  // Not the end of a check code: `4fs2-zq8w-7xxx`.
  /(?<![\p{L}\d])(?<![a-z\d]{4}-)(?:x{3,}|X{4,})(?![\p{L}\d])(?!-[a-z\d]{4})/gu,
  /lorem ipsum/gi,
  /\(?ghi rõ[^)]{0,60}\)?/giu,
]

function placeholders(found: Found): Finding[] {
  const lines = found.lines.filter((line) => !isTail(line.text) || /[….]{2,}/.test(line.text))
  const hits = PLACEHOLDERS.flatMap((pattern) => hitsOf(lines, pattern))
  if (hits.length === 0) return []
  return [
    finding({
      code: 'placeholder_left',
      component: 'text',
      measured: quoted(hits),
      required: 'không còn chỗ để trống của mẫu',
      at: places(hits),
      message: `Còn sót chỗ để trống của văn bản mẫu: ${quoted(hits)}. Đề nghị điền hoặc xóa.`,
    }),
  ]
}

const PAST =
  /trước đây|trước khi|trước ngày|\(cũ\)|\scũ(?!\p{L})|nguyên là|sáp nhập|sắp xếp|giải thể|kết thúc hoạt động|hợp nhất|tiền thân/iu

/** Whether a sentence speaks of a time before the body ended. */
function isOfThePast(sentence: string, endedOn: string): boolean {
  if (PAST.test(sentence)) return true
  const year = Number(endedOn.slice(0, 4))
  const full = [...sentence.matchAll(/(\d{1,2})\/(\d{1,2})\/(\d{4})/g)].map(
    ([, day = '', month = '', of = '']) => `${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  )
  const written = [...sentence.matchAll(/ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})/giu)].map(
    ([, day = '', month = '', of = '']) => `${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  )
  const years = [...sentence.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([text]) => Number(text))
  return [...full, ...written].some((day) => day < endedOn) || years.some((it) => it < year)
}

const folded = (text: string): string => spell(text, 'ủy').toLowerCase().replaceAll(/\s+/g, ' ')

function endedBodies(found: Found, ended: readonly EndedBody[], day: string): Finding[] {
  const read = found.lines.map((line) => ({ line, sentences: folded(line.text).split(/(?<=[.;])\s+/) }))
  return ended
    .filter((body) => body.endedOn <= day)
    .flatMap((body): Finding[] => {
      const names = body.names.map(folded)
      const hits = read.flatMap(({ line, sentences }): Hit[] => {
        const name = names.find((it) =>
          sentences.some((sentence) => {
            const at = sentence.indexOf(it)
            return at !== -1 && !/\p{L}/u.test(sentence[at + it.length] ?? '') && !isOfThePast(sentence, body.endedOn)
          }),
        )
        return name === undefined ? [] : [{ line, words: line.text }]
      })
      if (hits.length === 0) return []
      const since = body.endedOn.split('-').toReversed().map(Number).join('/')
      return [
        finding({
          code: 'ended_body',
          component: 'text',
          measured: body.names[0] ?? body.code,
          required: body.now,
          at: places(hits),
          message: `Văn bản nêu cơ quan đã kết thúc hoạt động từ ngày ${since} (${body.names[0] ?? ''}). Đề nghị ghi ${body.now}, hoặc nói rõ là trước ngày ấy.`,
        }),
      ]
    })
}

const isRealDay = (day: number, month: number, year: number): boolean => {
  const made = new Date(Date.UTC(year, month - 1, day))
  return made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day
}

function impossibleDays(found: Found): Finding[] {
  const patterns = [
    /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g,
    /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/giu,
  ]
  const hits = found.lines.flatMap((line) =>
    patterns.flatMap((pattern) =>
      [...line.text.matchAll(pattern)]
        .filter(([, day, month, year]) => !isRealDay(Number(day), Number(month), Number(year)))
        .map(([words]) => ({ line, words })),
    ),
  )
  if (hits.length === 0) return []
  return [
    finding({
      code: 'date_impossible',
      component: 'text',
      measured: quoted(hits),
      required: 'ngày có trong lịch',
      at: places(hits),
      message: `Không có ngày ${quoted(hits)} trong lịch. Đề nghị xem lại ngày, tháng, năm.`,
    }),
  ]
}

function typing(paper: ReadPaper, found: Found): Finding[] {
  const skip = new Set([...found.of('number'), ...found.of('place_date')].map((line) => line.at))
  const lines = paper.paragraphs.flatMap((paragraph, at) =>
    paragraph.text.trim() === '' || skip.has(at) ? [] : [wholeLine(paragraph, at)],
  )
  const rules = [
    {
      code: 'double_space',
      pattern: /\S{1,24} {2,7}\S{1,24}/gu,
      what: 'hai dấu cách liền nhau',
      mend: 'bỏ bớt dấu cách',
    },
    {
      code: 'space_before_mark',
      pattern: /\S{1,24}\s{1,20}(?:[,;:!?](?=\s|$)|\.(?=\s|$)(?!\s*\.))/gu,
      what: 'dấu cách trước dấu câu',
      mend: 'bỏ dấu cách trước dấu câu',
    },
  ]
  return rules.flatMap(({ code, pattern, what, mend }): Finding[] => {
    const hits = hitsOf(lines, pattern)
    if (hits.length === 0) return []
    return [
      finding({
        code,
        component: 'text',
        severity: 'warning',
        measured: quoted(hits),
        required: `không có ${what}`,
        at: places(hits),
        message: `Có ${what}: ${quoted(hits)}. Đề nghị ${mend}.`,
      }),
    ]
  })
}

/** Smaller marks are room that a writer laid on purpose. */
const LEAST_EMPTY_PT = 8.5

function emptyParagraphs(paper: ReadPaper): Finding[] {
  const at: Where[] = []
  let run = 0
  for (const [index, it] of paper.paragraphs.entries()) {
    const isEmpty =
      it.place.kind === 'page' &&
      it.text.trim() === '' &&
      it.markPt >= LEAST_EMPTY_PT &&
      it.drawnLines === 0 &&
      !it.breaksPage &&
      !it.look.topRule &&
      !it.look.bottomRule
    run = isEmpty ? run + 1 : 0
    if (run === 2) at.push(whereIs(wholeLine(it, index), 'sau đoạn này'))
  }
  if (at.length === 0) return []
  return [
    finding({
      code: 'empty_paragraphs',
      component: 'text',
      severity: 'warning',
      measured: 'nhiều đoạn trống liền nhau',
      required: 'giãn cách bằng khoảng cách đoạn',
      at,
      message: 'Có nhiều đoạn trống liền nhau để tạo khoảng cách. Đề nghị xóa và đặt khoảng cách đoạn (Spacing).',
    }),
  ]
}

function leftovers(paper: ReadPaper): Finding[] {
  const all = [
    {
      code: 'tracked_changes',
      count: paper.trackedChanges,
      what: 'chỗ sửa còn theo dõi (Track Changes)',
      mend: 'chấp nhận hoặc bỏ hết các chỗ sửa',
    },
    { code: 'comments_left', count: paper.comments, what: 'ghi chú (Comment)', mend: 'xóa hết ghi chú' },
    { code: 'hidden_text', count: paper.hiddenLetters, what: 'chữ bị ẩn', mend: 'hiện rồi xóa chữ ẩn' },
  ]
  return all
    .filter(({ count }) => count > 0)
    .map(({ code, count, what, mend }) =>
      finding({
        code,
        component: 'text',
        severity: 'warning',
        measured: `${count} ${what}`,
        required: 'không còn',
        message: `Tệp còn ${count} ${what}. Đề nghị ${mend} trước khi phát hành.`,
      }),
    )
}

/** Faults of the words. `day` is the day to hold bodies to: that of the paper, or today for a draft. */
export const textRules = (
  paper: ReadPaper,
  found: Found,
  profile: FormatProfile,
  held: { readonly ended: readonly EndedBody[]; readonly day: string },
): Finding[] => [
  ...spelling(found, profile),
  ...encoding(found),
  ...placeholders(found),
  ...endedBodies(found, held.ended, held.day),
  ...impossibleDays(found),
  ...typing(paper, found),
  ...emptyParagraphs(paper),
  ...leftovers(paper),
]
