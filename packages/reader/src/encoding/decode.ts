// Bytes of a text file or page → text. Marks at the start, what a page says of itself, then the letters decide.
import { convertOldText } from './convert.ts'
import { evidenceOf, type Evidence, weightOf } from './evidence.ts'
import { fromOldLetters } from './old-letters.ts'
import { syllableJudge } from './syllables.ts'

export type TextEncoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'tcvn3'
  | 'vni'
  | 'viscii'
  | 'windows-1258'
  | 'windows-1252'

export type DecodedText = {
  /** NFC; line ends as they were. */
  readonly text: string
  readonly encoding: TextEncoding
  /** Codes of the rules that spoke, the last one deciding. */
  readonly because: readonly string[]
}

/** Bytes that are weighed; more says nothing new. */
const WEIGHED = 256 * 1024
const HEAD = 2048
/** Damaged places in a text that is otherwise UTF-8: fewer than one in this many signs beyond ASCII. */
const DAMAGED_SHARE = 50

const decodeAs = (bytes: Uint8Array, label: string): string => new TextDecoder(label).decode(bytes)
const latin = (bytes: Uint8Array): string => decodeAs(bytes, 'windows-1252')
/** One sign a byte, for VISCII, which has letters where Windows has quotes. */
function signs(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += HEAD) text += String.fromCharCode(...bytes.subarray(at, at + HEAD))
  return text
}

const EIGHT_BIT = {
  tcvn3: (bytes: Uint8Array) => fromOldLetters(latin(bytes), 'tcvn3'),
  vni: (bytes: Uint8Array) => fromOldLetters(latin(bytes), 'vni'),
  viscii: (bytes: Uint8Array) => fromOldLetters(signs(bytes), 'viscii'),
  'windows-1258': (bytes: Uint8Array) => decodeAs(bytes, 'windows-1258').normalize('NFC'),
  'windows-1252': latin,
} as const satisfies Partial<Record<TextEncoding, (bytes: Uint8Array) => string>>
type EightBit = keyof typeof EIGHT_BIT
const CANDIDATES = Object.keys(EIGHT_BIT) as EightBit[]

const DECLARED = /<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([\w-]{1,30})/i
const DECLARED_AS: Readonly<Record<string, EightBit>> = {
  'windows-1258': 'windows-1258',
  viscii: 'viscii',
  tcvn: 'tcvn3',
  'x-viet-tcvn5712': 'tcvn3',
  'x-viet-vni': 'vni',
}

/** Every second byte zero: UTF-16 without a mark at its start. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, HEAD)
  const zeros = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const many = head.length / 8
  return odd > many && even === 0 ? 'utf-16le' : even > many && odd === 0 ? 'utf-16be' : undefined
}

function fromUtf8(bytes: Uint8Array): { readonly text: string; readonly isDamaged: boolean } | undefined {
  const text = decodeAs(bytes, 'utf-8')
  const damaged = text.match(/\ufffd/g)?.length ?? 0
  if (damaged === 0) return { text, isDamaged: false }
  const beyond = text.match(/[\u0080-\ufffc]/g)?.length ?? 0
  return damaged * DAMAGED_SHARE < beyond ? { text, isDamaged: true } : undefined
}

function eightBitOf(bytes: Uint8Array): { readonly encoding: EightBit; readonly because: readonly string[] } {
  const sample = bytes.subarray(0, WEIGHED)
  const isSyllable = syllableJudge()
  const told = DECLARED_AS[DECLARED.exec(latin(bytes.subarray(0, HEAD)))?.[1]?.toLowerCase() ?? '']
  const weighed = CANDIDATES.map((encoding) => {
    const found: Evidence = evidenceOf(EIGHT_BIT[encoding](sample), isSyllable)
    return { encoding, found, weight: weightOf(found) }
  })
  const [best] = weighed.toSorted((one, two) => two.weight - one.weight)
  if (best === undefined || best.found.good === 0)
    return {
      encoding: told ?? 'windows-1252',
      because: [told === undefined ? 'encoding.no-vietnamese' : 'encoding.declared'],
    }
  // What a page says of itself is often wrong for old fonts; it decides between equals.
  const same = weighed.find((each) => each.encoding === told && each.weight === best.weight)
  return same === undefined
    ? { encoding: best.encoding, because: ['encoding.syllables'] }
    : { encoding: same.encoding, because: ['encoding.syllables', 'encoding.declared'] }
}

const composed = (text: string): string => text.replace(/^\ufeff/, '').normalize('NFC')

/** The text of any bytes. Never throws: bytes that no rule knows are read as windows-1252. Text of old fonts saved as UTF-8 is converted too. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  const wide = marked ?? wideOf(bytes)
  if (wide !== undefined) {
    const because = [marked === undefined ? 'encoding.zero-bytes' : 'encoding.mark']
    return { text: composed(decodeAs(bytes, wide)), encoding: wide, because }
  }
  const utf8 = fromUtf8(bytes)
  if (utf8 !== undefined) {
    const read = utf8.isDamaged ? 'encoding.utf8-damaged' : 'encoding.utf8-valid'
    const { text, encoding } = convertOldText(composed(utf8.text))
    return encoding === undefined
      ? { text, encoding: 'utf-8', because: [read] }
      : { text, encoding, because: [read, 'encoding.old-font'] }
  }
  const { encoding, because } = eightBitOf(bytes)
  return { text: composed(EIGHT_BIT[encoding](bytes)), encoding, because }
}
