// Finds a person's number (identity card, passport, social insurance, telephone) in a free text of an office, and leaves office figures alone.
import { foldVietnamese } from '../text/fold.ts'
import { type DigitChain, type DigitGroup, type DigitReading, readDigits } from './digit-groups.ts'

export type PersonalNumber = {
  readonly kind: 'id-card' | 'phone'
  /** Place of the first sign in the text, in UTF-16 units, and how many units the number takes. */
  readonly at: number
  readonly length: number
}

/** Some groups of a chain, read together as one number. */
type Candidate = {
  readonly digits: string
  readonly sizes: readonly number[]
  readonly gaps: readonly string[]
  readonly isWholeChain: boolean
  readonly first: DigitGroup
  readonly last: DigitGroup
  readonly gapBefore: string
  readonly before: DigitGroup | undefined
  readonly gapAfter: string
  readonly after: DigitGroup | undefined
  /** Text around the number; asked for only when the digits leave a doubt. */
  readonly saysIdentity: () => boolean
  readonly saysInsurance: () => boolean
  readonly saysPhone: () => boolean
  readonly saysMoney: () => boolean
  readonly hasUnit: () => boolean
  readonly signBefore: string
  readonly signsBefore: string
  readonly signAfter: string
}

const LONGEST = 15
const NEAR = 40

const IDENTITY = /(?:^|[^a-z])(?:cmnd|cmtnd|cmt|cccd|can cuoc|chung minh|dinh danh|ho chieu|passport)(?![a-z])\D{0,28}$/
const INSURANCE =
  /(?:^|[^a-z])(?:bhxh|bhyt|bao hiem xa hoi|bao hiem y te)(?![a-z])\D{0,28}(?:[a-z]{2}\d[ -]?\d\d[ -]?)?$/
const PHONE = /(?:^|[^a-z])(?:sdt|so dt|dien thoai|di dong|zalo|hotline|tel|phone|mobile)(?![a-z])\D{0,16}$/
const MONEY = /(?:kinh phi|so tien|tri gia|gia tri|tong von|ngan sach|du toan|thanh tien|vnd|\(dong\))\D{0,20}$/

// Read with its marks: `ha` is an area and `Hà` begins the name of a province; `đồng` is money and `đồng chí` a person.
const UNIT =
  /^[\s()]{0,3}(?:(?:đồng(?!\s+chí)|đ(?![/.])|vnđ|vnd|triệu|tr|tỷ|tỉ|nghìn|ngàn|usd|eur|k?m[²³23]?|ha|kg|tấn|tạ|lượt|suất|lít|kwh)(?!\p{L})|[%‰$€₫²])/u

const isGrouped = (each: Candidate): boolean => each.sizes.length > 1
const sum = (sizes: readonly number[], until: number): number =>
  sizes.slice(0, until).reduce((total, size) => total + size, 0)
const isUniform = (gaps: readonly string[]): boolean => gaps.every((gap) => gap === gaps[0])
const isYear = (digits: string): boolean => /^(?:19|20)\d\d$/.test(digits)

/** `1.250.000`: the house writing of a figure. Never with a zero in front. */
const isThousands = (digits: string, sizes: readonly number[], gaps: readonly string[]): boolean =>
  sizes.length > 1 &&
  !digits.startsWith('0') &&
  (sizes[0] ?? 0) <= 3 &&
  sizes.slice(1).every((size) => size === 3) &&
  isUniform(gaps) &&
  (gaps[0] ?? '').length === 1

/** A part of a longer figure: `1.012.345.678.901`, `0,0912345678`. */
function isInsideFigure(each: Candidate): boolean {
  const inner = each.gaps[0]
  if (each.gapBefore === '.' || each.gapBefore === ',') {
    if (each.before?.digits === '0' || each.gapBefore === inner) return true
  }
  if (!isGrouped(each) || (each.gapAfter !== '.' && each.gapAfter !== ',')) return false
  return each.gaps.includes(each.gapAfter) && !each.after?.digits.startsWith('0')
}

/** `01 2.811.700.000 đồng`: a number in a list, then a sum of money. */
function endsInFigure(each: Candidate): boolean {
  const dotted = each.gaps.findLastIndex((gap) => gap !== '.' && gap !== ',') + 1
  if (dotted === 0 || dotted >= each.sizes.length - 1) return false
  const tail = each.sizes.slice(dotted)
  const digits = each.digits.slice(-tail.reduce((sum, size) => sum + size, 0))
  return isThousands(digits, tail, each.gaps.slice(dotted)) && each.hasUnit()
}

// How people part the twelve digits: in halves, thirds or quarters, by what they mean (province, sex, year, rest), or one by one.
function isCitizenSpacing({ sizes, gaps, isWholeChain }: Candidate): boolean {
  if (sizes.every((size) => size <= 2)) return isUniform(gaps) && isWholeChain && isUniform(sizes.map(String))
  return (sizes[0] ?? 0) >= 3 && (sizes.every((size) => size >= 3) || /^3,1,2,(?:6|3,3)$/.test(sizes.join()))
}

function isCitizenNumber(each: Candidate): boolean {
  if (each.digits.length !== 12) return false
  // Province 001–096; sex and century 0–3 for people born from 1900 to 2099.
  if (!/^0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]/.test(each.digits)) return false
  return !isInsideFigure(each) && isCitizenSpacing(each) && !endsInFigure(each)
}

/** Nine digits in one piece with no unit: the old identity card. */
function isOldCard(each: Candidate): boolean {
  if (each.digits.length !== 9 || isGrouped(each)) return false
  if (/^[.,/\-_]$/.test(each.gapBefore) || /^[.,/\-_]$/.test(each.gapAfter)) return false
  if (/[\p{L}$]/u.test(each.signBefore) || /\p{L}/u.test(each.signAfter)) return false
  return !each.hasUnit() && !each.saysMoney()
}

/** With the word for it in front, any writing of the digits is enough. */
function isNamedIdentity(each: Candidate): boolean {
  const size = each.digits.length
  if (size === 9 || size === 12) return !isInsideFigure(each) && each.saysIdentity() && !each.hasUnit()
  if (size !== 10 && size !== 13) return false
  if (isThousands(each.digits, each.sizes, each.gaps) || endsInFigure(each)) return false
  return each.saysInsurance() && !each.hasUnit() && !each.saysMoney()
}

/** One letter and seven or eight digits that no code of a document holds together with more. */
function isPassport(each: Candidate): boolean {
  if (isGrouped(each) || !/^\d{7,8}$/.test(each.digits)) return false
  if (/^[.,/\-_]$/.test(each.gapAfter) || /[\p{L}/\-_]/u.test(each.signAfter)) return false
  return /^[^\p{L}\d./\-_]?[a-z]$/u.test(each.signsBefore)
}

function isPhoneSpacing(each: Candidate): boolean {
  const { digits, sizes, gaps } = each
  const [first = 0, ...rest] = sizes
  if (rest.length === 0) return true
  if (gaps.includes('/') && (!isUniform(gaps) || sizes.some((size) => size < 3))) return false
  if (gaps.includes(',') && (!isUniform(gaps) || sizes.some((size) => size < 3))) return false
  if (first >= 3) {
    const isLandline = digits.startsWith('02') && rest[0] === 1
    return rest.every((size) => size === 1) || rest.slice(isLandline ? 1 : 0).every((size) => size >= 2)
  }
  if (!isUniform(gaps)) return false
  if (sizes.every((size) => size === first)) return each.isWholeChain
  if (first === 1) return rest.every((size) => size >= 3) && (rest.length > 1 || !/[.,]/.test(gaps[0] ?? ''))
  const groups = rest.map((size, at) => digits.slice(2).slice(sum(rest, at), sum(rest, at) + size))
  return !groups.every(isYear) && (rest.every((size) => size >= 3) || sizes.join() === '2,2,3,3')
}

/** Ten digits after zero; eleven for a landline with its area or a mobile number of before 2018. */
function isHomePhone(each: Candidate): boolean {
  const { digits, sizes } = each
  const isTen = /^0[1-9]\d{8}$/.test(digits)
  const isEleven = /^0[12]\d{9}$/.test(digits)
  const isOldLandline = /^0[3-9]\d{9}$/.test(digits) && (sizes.length === 1 || sizes.join() === '4,7')
  if (!isTen && !isEleven && !isOldLandline) return false
  return !isInsideFigure(each) && isPhoneSpacing(each) && !endsInFigure(each)
}

/** `+84`, `0084` and a bare `84` stand for the zero; some write the zero too: `+84 (0)912…`. */
function isCountryPhone(each: Candidate): boolean {
  if (!/^(?:00)?840?(?:[35789]\d{8}|2\d{9})$/.test(each.digits)) return false
  if (each.signBefore === '+' || each.digits.startsWith('00')) return !isInsideFigure(each)
  if (each.digits.startsWith('842') && !each.saysPhone()) return false
  if (isInsideFigure(each) || each.hasUnit()) return false
  if (!isGrouped(each)) return !each.saysMoney()
  if (each.saysPhone()) return true
  return each.isWholeChain && !/^[.,]$/.test(each.gaps[0] ?? '') && (each.sizes[0] ?? 0) === 2
}

/** A mobile number without its zero counts only when a word says that it is one. */
const isNamedPhone = (each: Candidate): boolean =>
  /^[35789]\d{8}$/.test(each.digits) && !isInsideFigure(each) && each.saysPhone() && !each.hasUnit()

function kindOf(each: Candidate): PersonalNumber['kind'] | undefined {
  if (isCitizenNumber(each) || isNamedIdentity(each) || isPassport(each)) return 'id-card'
  if (isHomePhone(each) || isCountryPhone(each) || isNamedPhone(each)) return 'phone'
  return isOldCard(each) ? 'id-card' : undefined
}

function candidate(text: string, tidy: string, chain: DigitChain, from: number, to: number): Candidate | undefined {
  const groups = chain.groups.slice(from, to + 1)
  const [first, last] = [groups[0], groups.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const before = (): string =>
    foldVietnamese(text.slice(Math.max(0, first.at - NEAR), first.at).replace(/\p{Cf}/gu, ''))
  return {
    digits: groups.map((group) => group.digits).join(''),
    sizes: groups.map((group) => group.digits.length),
    gaps: chain.gaps.slice(from, to),
    isWholeChain: from === 0 && to === chain.groups.length - 1,
    first,
    last,
    gapBefore: chain.gaps[from - 1] ?? '',
    before: chain.groups[from - 1],
    gapAfter: chain.gaps[to] ?? '',
    after: chain.groups[to + 1],
    saysIdentity: () => IDENTITY.test(before()),
    saysInsurance: () => INSURANCE.test(before()),
    saysPhone: () => PHONE.test(before()),
    saysMoney: () => MONEY.test(before()),
    hasUnit: () => UNIT.test(unitText(text.slice(last.end, last.end + 16))),
    signBefore: tidy.charAt(first.from - 1),
    signsBefore: tidy.slice(Math.max(0, first.from - 2), first.from),
    signAfter: tidy.charAt(last.to),
  }
}

/** `Ha` and `HA` stay as they are: they begin a name. */
const unitText = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .normalize('NFC')
    .replace(/^(\s*)(?!H[aA])(\S*)/u, (_, blank: string, word: string) => blank + word.toLowerCase())

function longestFrom(text: string, reading: DigitReading, chain: DigitChain, from: number): PersonalNumber | undefined {
  let found: PersonalNumber | undefined
  let size = 0
  for (let to = from; to < chain.groups.length; to += 1) {
    size += chain.groups[to]?.digits.length ?? 0
    if (size > LONGEST) break
    const each = size < 7 ? undefined : candidate(text, reading.tidy, chain, from, to)
    const kind = each && kindOf(each)
    if (each === undefined || kind === undefined) continue
    const at = isPassport(each) ? (reading.starts[each.first.from - 1] ?? 0) : each.first.at
    found = { kind, at, length: each.last.end - at }
  }
  return found
}

/**
 * The first number in the text that can lead to a person, or nothing.
 *
 * Seen whatever the writing (blanks, dots, dashes, brackets, full-width digits, invisible signs, the letter O for zero):
 * citizen numbers of 12 digits, old identity cards of 9, passports, social-insurance numbers after their word, telephone numbers.
 * Left alone: money and areas (thousands in groups, or a unit behind), dates, numbers of documents, counts.
 * In doubt the sign of a person weighs more: nine bare digits are an identity card, ten digits after a zero a telephone number
 * (a tax code that begins with zero is taken for one). Names, addresses and e-mail are not looked for.
 */
export function findPersonalNumber(text: string): PersonalNumber | undefined {
  const reading = readDigits(text)
  for (const chain of reading.chains) {
    for (let from = 0; from < chain.groups.length; from += 1) {
      const found = longestFrom(text, reading, chain, from)
      if (found !== undefined) return found
    }
  }
  return undefined
}
