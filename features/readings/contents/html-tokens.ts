// A page → tags and words, in one pass. Nothing of it is run or fetched; any text is taken, however broken.
import data from './entities.json' with { type: 'json' }

export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly name: string }

const LATIN_FROM = 160
const ENTITIES = new Map([
  ...data.latin.split(' ').map((name, at) => [name, String.fromCharCode(LATIN_FROM + at)] as const),
  ...Object.entries(data.others),
])
const HIGHEST = 0x10ffff

function signOf(code: number): string {
  const isSign = code > 0 && code <= HIGHEST && !(code >= 0xd800 && code <= 0xdfff)
  // Pages of old Windows programs number the quotes as their own coding did.
  if (code >= 0x80 && code <= 0x9f) return new TextDecoder('windows-1252').decode(Uint8Array.of(code))
  return isSign ? String.fromCodePoint(code) : ''
}

export const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));?/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return signOf(Number(decimal))
    if (hex !== undefined) return signOf(Number.parseInt(hex, 16))
    return ENTITIES.get(name) ?? whole
  })

/** What stands between such tags is no text of the page. */
const RAW = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'select',
  'textarea',
  'button',
  'title',
  'xml',
])
const LONGEST_ATTRIBUTES = 64 * 1024
const TAG = /<(\/?)([a-z][\w:-]{0,40})/giy

/** The end of a tag: quotes may hold its sign. A quote that never ends ends nothing. */
function tagEnd(text: string, from: number): number {
  let quote = ''
  const most = Math.min(text.length, from + LONGEST_ATTRIBUTES)
  for (let at = from; at < most; at += 1) {
    const sign = text[at] ?? ''
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '>') return at
    else if (sign === '"' || sign === "'") quote = sign
  }
  return text.indexOf('>', from)
}

/** Finds an end mark, and remembers those that never come again, so that each is sought once. */
function seeker(text: string): (mark: string, from: number) => number {
  // Only plain letters: a longer fold would move the places.
  const folded = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  const gone = new Set<string>()
  return (mark, from) => {
    if (gone.has(mark)) return -1
    const at = folded.indexOf(mark, from)
    if (at === -1) gone.add(mark)
    return at
  }
}

/** Where a comment or declaration that begins at `at` ends; undefined when none begins there. */
function passedOver(text: string, at: number, seek: (mark: string, from: number) => number): number | undefined {
  const isComment = text.startsWith('<!--', at)
  if (!isComment && text[at + 1] !== '!' && text[at + 1] !== '?') return undefined
  const end = seek(isComment ? '-->' : '>', at + 2)
  return end === -1 ? undefined : end + (isComment ? 3 : 1)
}

/** Tags in lower case; words with their entities resolved. Time grows with the length. */
export function* htmlTokens(text: string): Generator<Token> {
  const seek = seeker(text)
  const last = text.lastIndexOf('>')
  let words = 0
  for (let at = text.indexOf('<'); at !== -1 && at < last; at = text.indexOf('<', at)) {
    const over = passedOver(text, at, seek)
    TAG.lastIndex = at
    const tag = over === undefined ? TAG.exec(text) : null
    if (over === undefined && tag === null) {
      at += 1
      continue
    }
    if (at > words) yield { kind: 'text', text: unescaped(text.slice(words, at)) }
    let next = over ?? 0
    if (tag !== null) {
      const end = tagEnd(text, TAG.lastIndex)
      const name = (tag[2] ?? '').toLowerCase()
      const attributes = text.slice(TAG.lastIndex, end)
      next = end + 1
      if (tag[1] === '/') yield { kind: 'close', name }
      else {
        yield { kind: 'open', name, attributes }
        const close = RAW.has(name) && !attributes.endsWith('/') ? seek(`</${name}`, next) : -1
        if (close !== -1) next = close
      }
    }
    words = next
    at = next
  }
  if (words < text.length) yield { kind: 'text', text: unescaped(text.slice(words)) }
}

/** One attribute of a tag, its entities resolved. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(
    `(?:^|\\s)${name}(?:\\s{0,5}=\\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))|(?=[\\s/]|$))`,
    'i',
  ).exec(attributes.slice(0, 4000))
  return found === null ? undefined : unescaped(found[1] ?? found[2] ?? found[3] ?? '')
}
