// Texts of three sizes read whole, against a plain regular expression that only finds the numbers.
import { readText } from '@kheo/reader/read.ts'
import { loadSentences } from '@kheo/reader/testing/sentences.ts'
import { median, round } from './lib/stats.ts'

const SENTENCES_IN_A_PARAGRAPH = 4
/** Of the sentences of an article, those that tell without a number; old articles have about as many again. */
const PLAIN = [
  'Công tác dân vận của các cơ quan, đơn vị có nhiều đổi mới, hướng mạnh về cơ sở, gần dân, lắng nghe ý kiến của nhân dân.',
  'Cấp ủy, chính quyền các cấp thường xuyên quan tâm lãnh đạo, chỉ đạo việc thực hiện quy chế dân chủ, kịp thời giải quyết những kiến nghị chính đáng của người dân.',
  'Mặt trận Tổ quốc và các tổ chức chính trị - xã hội vận động đoàn viên, hội viên hưởng ứng các phong trào thi đua, giữ gìn vệ sinh đường làng, ngõ xóm.',
  'Phát biểu tại hội nghị, đồng chí Phó Bí thư Thường trực đề nghị các địa phương tiếp tục nhân rộng cách làm hay, khắc phục những hạn chế đã được chỉ ra.',
]
const NUMBERS = /\d+(?:[.,]\d+)*(?:\s?(?:%|nghìn|triệu|tỷ))?/gu

type SizeLine = {
  bytes: number
  figures: number
  ms: number
  mbPerSecond: number
  baselineMbPerSecond: number
  /** How many times longer than the plain scan. */
  ratio: number
}
export type ReadLine = {
  bench: 'read'
  sizes: SizeLine[]
  /** Time for a byte at the largest size over that at the middle size: 1 when time grows with the text. */
  growth: number
  /** The slowest of several megabytes that are no prose: every byte, a muddle of bytes, digits, digits and points, capitals. */
  anyBytesMs: number
}

/** Articles of many hands, a third of their sentences with numbers, of at least so many bytes, in which no two paragraphs hold the same numbers. */
function proseOf(bytes: number): string {
  const sentences = loadSentences().map((it) => it.text)
  const parts: string[] = []
  let seed = 1
  let size = 0
  for (let at = 0; size < bytes; at += 1) {
    const told = sentences[(at * 7) % sentences.length] ?? ''
    const sentence = `${told} ${PLAIN[at % PLAIN.length]} ${PLAIN[(at + 2) % PLAIN.length]}`
    const varied = sentence.replace(/(?<=[1-9]\d*)\d(?=\d*\s\p{Ll})/gu, () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return String(seed % 10)
    })
    const part = `${varied}${at % SENTENCES_IN_A_PARAGRAPH === 0 ? '\n' : ' '}`
    parts.push(part)
    size += Buffer.byteLength(part)
  }
  return parts.join('')
}

function scanOf(text: string): number {
  let found = 0
  for (const number of text.matchAll(NUMBERS)) if (number[0].length > 0) found += 1
  return found
}

function timeOf(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

function measure(text: string, rounds: number): SizeLine {
  const bytes = Buffer.byteLength(text)
  const taken = { read: [] as number[], scan: [] as number[] }
  let figures = 0
  for (let turn = 0; turn < rounds; turn += 1) {
    taken.scan.push(timeOf(() => scanOf(text)))
    taken.read.push(timeOf(() => (figures = readText(text).figures.length)))
  }
  const [ms, baseline] = [median(taken.read), median(taken.scan)]
  return {
    bytes,
    figures,
    ms: round(ms, 1),
    mbPerSecond: round(bytes / 1000 / ms, 1),
    baselineMbPerSecond: round(bytes / 1000 / baseline, 1),
    ratio: round(ms / baseline, 1),
  }
}

const KB = 1000
const SIZES = [
  [10 * KB, 60],
  [1000 * KB, 9],
  [20_000 * KB, 3],
] as const

const SHAPES: readonly ((at: number) => number)[] = [
  (at) => at & 255,
  (at) => (at * 2_654_435_761) >>> 24,
  () => 0x37,
  (at) => (at % 4 === 3 ? 0x2e : 0x31),
  (at) => (at % 3 === 2 ? 0x20 : 0x41 + (at % 26)),
]

/** Milliseconds for the slowest shape of `length` bytes. */
function slowestOf(length: number): number {
  const taken = SHAPES.map((of) => {
    const text = Buffer.from(Uint8Array.from({ length }, (_, at) => of(at))).toString('utf8')
    return timeOf(() => readText(text))
  })
  return round(Math.max(...taken), 0)
}

export async function run({ small }: { readonly small: boolean }): Promise<ReadLine> {
  const sizes: SizeLine[] = []
  // A server has read before; the first texts only warm the machine.
  const warm = proseOf(small ? 10 * KB : 300 * KB)
  for (let turn = 0; turn < 4; turn += 1) readText(warm)
  for (const [bytes, rounds] of SIZES.slice(0, small ? 1 : SIZES.length))
    sizes.push(measure(proseOf(bytes), small ? 1 : rounds))
  const [, middle, large] = sizes
  const perByte = (line: SizeLine | undefined): number => (line === undefined ? 1 : line.ms / line.bytes)
  return {
    bench: 'read',
    sizes,
    growth: round(perByte(large) / perByte(middle)),
    anyBytesMs: slowestOf(small ? 10 * KB : 1000 * KB),
  }
}
