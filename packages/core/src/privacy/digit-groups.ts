// Reads the numbers of a free text as groups of digits with what stands between them, whatever way the digits are typed.

/** Digits in one piece: `from` and `to` are places in the tidied text, `at` and `end` in the text as given. */
export type DigitGroup = {
  readonly digits: string
  readonly from: number
  readonly to: number
  readonly at: number
  readonly end: number
}

/** Groups that may be one number: `gaps[i]` stands between `groups[i]` and `groups[i + 1]`. */
export type DigitChain = { readonly groups: readonly DigitGroup[]; readonly gaps: readonly string[] }

export type DigitReading = {
  /** Lower case, plain digits, one kind of blank, dash and bracket; nothing invisible; dates are wiped out. */
  readonly tidy: string
  /** For each sign of the tidied text, where it begins in the text as given. */
  readonly starts: readonly number[]
  readonly chains: readonly DigitChain[]
}

// A day or a month with its year. A longer row of groups around it makes it something else, also where an O stands for a zero.
const DATE =
  /(?<![\do]|[\do][./-])(?:(?:0?[1-9]|[12]\d|3[01]) ?([./-]) ?(?:0?[1-9]|1[0-2]) ?\1 ?|(?:0?[1-9]|1[0-2]) ?[./-] ?)(?:19|20)\d\d(?![\do]|[./-][\do])/g

// A tab or a line's end parts two cells of a pasted table; a comma or a slash joins only when nothing else stands there.
const GAP = /^(?:[ .\-()_·•']{1,4}|[,/])$/

const INVISIBLE = /^[\p{Cf}\p{M}]$/u
const MARK = /\p{M}/u
const ZERO_LIKE = /^[oοо]$/
const LETTER = /\p{L}/u

function tidyOf(sign: string): string {
  if (sign === '\t' || sign === '\n' || sign === '\r') return '\n'
  const plain = sign.normalize('NFKC').toLowerCase()
  if (/^\s+$/.test(plain)) return ' '
  if (/^(?:\p{Pd}|\u2212)$/u.test(plain)) return '-'
  if (/^[[{<]$/.test(plain)) return '('
  if (/^[\]}>]$/.test(plain)) return ')'
  return ZERO_LIKE.test(plain) ? 'o' : plain
}

/** One tidied sign for each visible sign, with the places where it began and ended in the text as given. */
function tidyText(text: string): { tidy: string; starts: number[]; ends: number[] } {
  const signs: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const sign of text) {
    if (INVISIBLE.test(sign)) {
      // With its mark the letter is no longer a zero in disguise: `ở` in two pieces.
      if (signs.at(-1) === 'o' && MARK.test(sign)) signs[signs.length - 1] = 'x'
    } else {
      for (const unit of tidyOf(sign).split('')) {
        signs.push(unit)
        starts.push(at)
        ends.push(at + sign.length)
      }
    }
    at += sign.length
  }
  return { tidy: signs.join(''), starts, ends }
}

/** The letter O counts as zero where no other letter touches it. */
function groupAt(tidy: string, from: number, to: number): [number, number] {
  let [start, end] = [from, to]
  if (LETTER.test(tidy.charAt(start - 1))) while (start < end && tidy[start] === 'o') start += 1
  if (LETTER.test(tidy.charAt(end))) while (end > start && tidy[end - 1] === 'o') end -= 1
  return [start, end]
}

/** Works in time linear in the text's length. */
export function readDigits(text: string): DigitReading {
  const { tidy: whole, starts, ends } = tidyText(text)
  const tidy = whole.replace(DATE, (date) => '#'.repeat(date.length))
  const chains: { groups: DigitGroup[]; gaps: string[] }[] = []
  let before: DigitGroup | undefined
  for (const match of tidy.matchAll(/[\do]+/g)) {
    const [from, to] = groupAt(tidy, match.index, match.index + match[0].length)
    if (from === to) continue
    const digits = tidy.slice(from, to).replaceAll('o', '0')
    const group: DigitGroup = { digits, from, to, at: starts[from] ?? 0, end: ends[to - 1] ?? 0 }
    const gap = before !== undefined && from - before.to <= 4 ? tidy.slice(before.to, from) : ''
    const chain = chains.at(-1)
    if (chain !== undefined && GAP.test(gap)) {
      chain.groups.push(group)
      chain.gaps.push(gap)
    } else {
      chains.push({ groups: [group], gaps: [] })
    }
    before = group
  }
  return { tidy, starts, chains }
}
