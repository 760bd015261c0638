// Numbers of slogans and of sets known by their number: `5 không, 3 sạch`, `4 tại chỗ`, `“1 kèm 1”`, `6 điều Bác dạy`.
import { digitsOf, isGlued, keyAt, notFigure, type Place, type Rule } from './decision.ts'

const SLOGAN = new Set([
  'không',
  'sạch',
  'biết',
  'nhất',
  'bám',
  'rõ',
  'dám',
  'thật',
  'giảm',
  'có',
  'an',
  'tốt',
  'nên',
  'xây',
  'chống',
  'cùng',
  'sẵn',
  'đồng',
  'tự',
  'vì',
  'phải',
  'hơn',
  'giữ',
  'nắm',
  'thăm',
  'hỗ',
  'gần',
])
const ALWAYS = new Set(['không', 'sạch', 'cùng'])
const QUOTES = /^["“”«»'‘’]$/u

/** A quotation mark that opens: close to what follows, apart from what stands before. */
const opensQuote = (place: Place, at: number): boolean =>
  /^["“«]$/u.test(keyAt(place, at)) && isGlued(place, at + 1) && (keyAt(place, at) !== '"' || !isGlued(place, at))

/** `5 không, 3 sạch`, `4 tại chỗ`, `“3 nhất”`: numbers of a slogan. */
export const isSlogan: Rule = (place) => {
  const { at } = place
  const digits = digitsOf(place, at) ?? ''
  const next = keyAt(place, at + 1)
  const said = place.amount
  const slogan = place.decided.at(-1)
  const isRest = QUOTES.test(next) && slogan?.because[0] === 'sign.slogan' && at - slogan.to <= 2
  if (isRest) return notFigure(place, at + 1, 'other', 'sign.slogan')
  const isSum = next === '+' && digitsOf(place, at + 2) !== undefined
  if (isSum) return notFigure(place, at + 3, 'other', 'sign.slogan')
  if (opensQuote(place, at - 1) && said?.isPercent === false && !said.hasScale)
    return notFigure(place, said.to, 'other', 'sign.slogan')
  if (digits.length > 2 || place.tokens[at + 1]?.kind !== 'word') return null
  const isQuoted =
    QUOTES.test(keyAt(place, at - 1)) || QUOTES.test(keyAt(place, at + 2)) || QUOTES.test(keyAt(place, at + 3))
  const isNamedSet = next === 'sao' || (next === 'điều' && /^(?:bác|đảng|quân|kỷ)$/u.test(keyAt(place, at + 2)))
  if (isNamedSet) return notFigure(place, at + 1, 'other', 'sign.named-set')
  if (next === 'cấp' && /^(?:quyền|phương|hình)$/u.test(keyAt(place, at - 1)))
    return notFigure(place, at + 1, 'other', 'sign.tiers')
  const isOnSpot = next === 'tại' && keyAt(place, at + 2) === 'chỗ'
  if (ALWAYS.has(next) || isOnSpot || (isQuoted && SLOGAN.has(next) && keyAt(place, at + 2) !== 'chí'))
    return notFigure(place, at + 1, 'other', 'sign.slogan')
  return null
}
