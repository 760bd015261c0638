// Text → words, digit runs, marks and line breaks, in one pass.

/** `word`: letters; `digits`: one digit run; `mark`: any other sign, a tab too: it parts cells; `break`: line ends. Blanks make none. */
export type TokenKind = 'word' | 'digits' | 'mark' | 'break'

export type Token = {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
  readonly text: string
  /** Lower case, with the tone where the newer spelling puts it (`uỷ` → `ủy`, `hoà` → `hòa`); a break is one line end. */
  readonly key: string
}

const WORD = 1
const DIGIT = 2
const BLANK = 3
const BREAK = 4
const MARK = 5

const LETTER = /[\p{L}\p{M}]/u

/** Classes of the first 8192 code units; beyond them the general test answers. */
const CLASSES = new Uint8Array(8192)
for (let code = 0; code < CLASSES.length; code += 1) {
  const sign = String.fromCharCode(code)
  CLASSES[code] =
    code >= 48 && code <= 57
      ? DIGIT
      : sign === '\n' || sign === '\r' || sign === '\f' || sign === '\v'
        ? BREAK
        : sign === '\t'
          ? MARK
          : /\s/.test(sign) || code === 0x200b
            ? BLANK
            : LETTER.test(sign)
              ? WORD
              : MARK
}
const classOf = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  if (code < CLASSES.length) return CLASSES[code] ?? MARK
  const sign = text[at] ?? ''
  if (code === 0x2028 || code === 0x2029) return BREAK
  if (/[\s\ufeff]/.test(sign)) return BLANK
  return LETTER.test(sign) ? WORD : MARK
}

// The older spelling puts the tone on the second of two open vowels.
const OLDER = /[ou](?:[àáảãạèéẻẽẹ]|[ỳýỷỹỵ])$/u
const TONES: Readonly<Record<string, readonly [plain: string, tone: number]>> = Object.fromEntries(
  [...'àáảãạ', ...'èéẻẽẹ', ...'ỳýỷỹỵ'].map((it, at) => [it, ['aey'[Math.floor(at / 5)] ?? '', at % 5] as const]),
)
const MOVED: Readonly<Record<string, string>> = { o: 'òóỏõọ', u: 'ùúủũụ' }

/** `uỷ` → `ủy`, `hoà` → `hòa`; `quý`, `quỹ` stay: their u belongs to the consonant. */
export function spellingOf(word: string): string {
  // Eth (Ð, U+00D0) often stands where Đ is meant.
  const lower = word.toLowerCase().replaceAll('ð', 'đ')
  if (!OLDER.test(lower) || lower.startsWith('q')) return lower
  const [plain, tone] = TONES[lower.at(-1) ?? ''] ?? []
  const first = lower.at(-2) ?? ''
  const moved = tone === undefined ? undefined : MOVED[first]?.[tone]
  return moved === undefined ? lower : `${lower.slice(0, -2)}${moved}${plain}`
}

/** Spellings of one text, so that a word that comes back is not spelt again. */
export type Spellings = Map<string, string>

const MOST_SPELLINGS = 50_000

function keyOf(word: string, known: Spellings): string {
  const found = known.get(word)
  if (found !== undefined) return found
  const key = spellingOf(word)
  if (known.size < MOST_SPELLINGS) known.set(word, key)
  return key
}

const KINDS: Readonly<Record<number, TokenKind>> = {
  [WORD]: 'word',
  [DIGIT]: 'digits',
  [BREAK]: 'break',
  [MARK]: 'mark',
}

/** Tokens of `text` between two offsets; offsets of tokens are those of the whole text. Time and room grow with `to - from`. */
export function scan(text: string, from = 0, to = text.length, known: Spellings = new Map()): Token[] {
  const tokens: Token[] = []
  let at = from
  while (at < to) {
    const kind = classOf(text, at)
    const start = at
    at += 1
    if (kind === BLANK) continue
    if (kind === BREAK) {
      while (at < to && (classOf(text, at) === BREAK || classOf(text, at) === BLANK)) at += 1
      // Blanks before the next line's first sign belong to the break: they carry no meaning of their own.
      tokens.push({ kind: 'break', start, end: at, text: '\n', key: '\n' })
      continue
    }
    if (kind !== MARK) while (at < to && classOf(text, at) === kind) at += 1
    const written = text.slice(start, at)
    tokens.push({
      kind: KINDS[kind] ?? 'mark',
      start,
      end: at,
      text: written,
      key: kind === WORD ? keyOf(written, known) : written,
    })
  }
  return tokens
}
