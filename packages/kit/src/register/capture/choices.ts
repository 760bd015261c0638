// Choices and flags that a sentence says, by the words of their labels.
import type { Field, Words } from '../fields.ts'
import { oneOf, type Phrase, phraseOf, type Span, spanOf, standsAt, type Token } from './words.ts'

export type Said = { readonly score: number; readonly at: Span }

/** Pairs of syllables that stand in labels of everything and tell nothing apart. */
const GENERIC = new Set(
  'nhân dân, ủy ban, hội nghị, tổ chức, cơ quan, đơn vị, cấp xã, chính quyền, thực hiện, dân vận, dân phố, tổ dân, quy chế, chế dân, dân chủ, người đứng, đứng đầu, cấp ủy, cán bộ, công trình, hoạt động, với nhân, của người, giữa các, các bên, một bên, hoặc các, xã phường, phường đặc, trong năm, từ năm, quốc gia, nội dung, kế hoạch, giám sát, hòa giải, văn bản, sử dụng, quản lý, kết quả, theo kế'
    .split(', ')
    .map((pair) =>
      phraseOf(pair)
        .map((word) => word.exact)
        .join(' '),
    ),
)
const GENERIC_WORDS = oneOf(
  'xã phường nhà tổ thôn bản làng ban hội người khác ngành tin bài điện nước ấp buôn đơn việc',
)
const OTHER = phraseOf('khác')
const SHORT_LABEL = 4

/** What people say, and the words of a label that it stands for. */
const EVERYDAY: readonly (readonly [said: string, label: string])[] = [
  ['chủ tịch phường', 'chủ tịch ủy ban nhân dân cấp xã'],
  ['chủ tịch xã', 'chủ tịch ủy ban nhân dân cấp xã'],
  ['chủ tịch ủy ban nhân dân phường', 'chủ tịch ủy ban nhân dân cấp xã'],
  ['chủ tịch ủy ban nhân dân xã', 'chủ tịch ủy ban nhân dân cấp xã'],
  ['bí thư đảng ủy', 'bí thư cấp ủy cấp xã'],
  ['bí thư đảng ủy', 'bí thư cấp ủy'],
  ['chủ tịch phường', 'chủ tịch ủy ban nhân dân'],
  ['chủ tịch xã', 'chủ tịch ủy ban nhân dân'],
  ['bí thư đảng ủy', 'đối thoại của người đứng đầu'],
  ['chủ tịch phường', 'đối thoại của người đứng đầu'],
  ['chủ tịch xã', 'đối thoại của người đứng đầu'],
  ['chủ tịch ủy ban nhân dân', 'đối thoại của người đứng đầu'],
  ['đột xuất', 'người đứng đầu tiếp đột xuất'],
  ['định kỳ', 'người đứng đầu tiếp định kỳ'],
  ['tranh chấp đất', 'tranh chấp dân sự đất đai'],
  ['đất', 'đất đai'],
  ['ruộng', 'đất đai'],
  ['rác', 'môi trường'],
  ['ô nhiễm', 'môi trường'],
  ['mùi hôi', 'môi trường'],
  ['ngập', 'giao thông'],
  ['mất nước', 'giao thông'],
  ['mất điện', 'giao thông'],
  ['đường hỏng', 'giao thông'],
  ['ổ gà', 'giao thông'],
  ['đền bù', 'đền bù'],
  ['vợ chồng', 'hôn nhân và gia đình'],
  ['ly hôn', 'hôn nhân và gia đình'],
  ['mâu thuẫn', 'mâu thuẫn giữa các bên'],
  ['cãi nhau', 'mâu thuẫn giữa các bên'],
  ['tết', 'tết nguyên đán'],
  ['27/7', 'ngày thương binh liệt sĩ'],
  ['người có công', 'gia đình chính sách'],
  ['mặt trận tổ quốc', 'ủy ban mặt trận tổ quốc'],
  ['hội phụ nữ', 'hội liên hiệp phụ nữ'],
  ['loa', 'phát thanh'],
  ['quy chế dân chủ', 'quy chế dân chủ ở cơ sở'],
  ['vệ sinh môi trường', 'văn hóa xã hội'],
]
const everyday = EVERYDAY.map(([said, label]) => ({ said: phraseOf(said), label: phraseOf(label) }))

/** Where words stand, so that a phrase is looked for only where its first word is. */
export type Heard = { readonly tokens: readonly Token[]; readonly places: ReadonlyMap<string, readonly number[]> }

export function hear(tokens: readonly Token[], isLeftOut: (at: Span) => boolean = () => false): Heard {
  const places = new Map<string, number[]>()
  for (const [at, { bare, at: span }] of tokens.entries()) {
    if (isLeftOut(span)) continue
    const known = places.get(bare)
    if (known === undefined) places.set(bare, [at])
    else known.push(at)
  }
  return { tokens, places }
}

/** The first place where the phrase stands word after word. */
export const firstPlace = ({ tokens, places }: Heard, phrase: Phrase): number | undefined =>
  places.get(phrase[0]?.bare ?? '')?.find((at) => standsAt(tokens, at, phrase))

const partsOf = (label: string): readonly Phrase[] =>
  label
    .split(/[,;()“”"–]|\s-\s/u)
    .map(phraseOf)
    .filter((part) => part.length > 0)

/** Words with their tones, for comparing phrases of declarations. */
export const keyOf = (phrase: Phrase): string => phrase.map((word) => word.exact).join(' ')
const pairsOf = (part: Phrase): readonly Phrase[] => part.slice(1).map((_, index) => part.slice(index, index + 2))

function wholePart(heard: Heard, part: Phrase): Said | undefined {
  if (part.length === 1 && GENERIC_WORDS({ ...part[0], isToneless: false } as Token)) return undefined
  const at = firstPlace(heard, part)
  if (at === undefined) return undefined
  return { score: 1 + 0.5 * (part.length - 1), at: spanOf(heard.tokens, at, at + part.length - 1) }
}

/** Pairs of a part's syllables that only this choice of the field has. */
function pairsSaid(heard: Heard, part: Phrase, others: ReadonlySet<string>): Said | undefined {
  const own = pairsOf(part).filter((pair) => !others.has(keyOf(pair)) && !GENERIC.has(keyOf(pair)))
  const places = own.flatMap((pair) => firstPlace(heard, pair) ?? [])
  if (places.length === 0) return undefined
  // One pair of a long label is chance.
  if (part.length > SHORT_LABEL && places.length === 1) return undefined
  return { score: 0.5 + 0.5 * places.length, at: spanOf(heard.tokens, Math.min(...places), Math.max(...places) + 1) }
}

const holds = (whole: Phrase, part: Phrase): boolean => ` ${keyOf(whole)} `.includes(` ${keyOf(part)} `)

function everydaySaid(heard: Heard, label: Phrase): Said | undefined {
  const found = everyday.flatMap(({ said, label: means }) => {
    const at = holds(label, means) ? firstPlace(heard, said) : undefined
    return at === undefined
      ? []
      : [{ score: 1 + 0.25 * (said.length + means.length), at: spanOf(heard.tokens, at, at + said.length - 1) }]
  })
  return best(found)
}

const best = (said: readonly Said[]): Said | undefined => said.toSorted((a, b) => b.score - a.score)[0]

type Option = {
  readonly value: string
  readonly label: Phrase
  readonly parts: readonly Phrase[]
  readonly pairs: ReadonlySet<string>
}

const optionsOf = (choices: Readonly<Record<string, Words>>): readonly Option[] =>
  Object.entries(choices)
    .map(([value, [label]]) => {
      const parts = partsOf(label)
      return { value, label: phraseOf(label), parts, pairs: new Set(parts.flatMap(pairsOf).map(keyOf)) }
    })
    .filter(({ label }) => !(label.length < SHORT_LABEL && holds(label, OTHER)))

const optionsByField = new WeakMap<object, readonly Option[]>()

function optionsIn(field: Extract<Field, { choices: object }>): readonly Option[] {
  const made = optionsByField.get(field) ?? optionsOf(field.choices)
  optionsByField.set(field, made)
  return made
}

/** Parts of labels that say nothing here: units of the register's own figures. */
export type Unsaid = ReadonlySet<string>

function saidOf(heard: Heard, option: Option, all: readonly Option[], unsaid: Unsaid): Said | undefined {
  const parts = option.parts.filter((part) => !unsaid.has(keyOf(part)))
  const others = new Set(all.filter((it) => it !== option).flatMap((it) => [...it.pairs]))
  return best([
    ...parts.flatMap((part) => wholePart(heard, part) ?? []),
    ...parts.flatMap((part) => pairsSaid(heard, part, others) ?? []),
    ...[everydaySaid(heard, option.label) ?? []].flat(),
  ])
}

/** The choice that the sentence says; undefined when none is said, or two alike. */
export function choiceIn(
  heard: Heard,
  field: Extract<Field, { kind: 'choice' }>,
  unsaid: Unsaid,
): (Said & { readonly value: string }) | undefined {
  const all = optionsIn(field)
  const said = all.flatMap((option) => {
    const found = saidOf(heard, option, all, unsaid)
    return found === undefined ? [] : [{ ...found, value: option.value }]
  })
  const [first, second] = said.toSorted((a, b) => b.score - a.score)
  return first === undefined || first.score === second?.score ? undefined : first
}

/** A whole part of two words, or two pairs of its own. */
const SURE = 1.5

/** Every choice that is said beyond doubt. */
export function choicesIn(
  heard: Heard,
  field: Extract<Field, { kind: 'choices' }>,
  unsaid: Unsaid,
): readonly (Said & { readonly value: string })[] {
  const all = optionsIn(field)
  return all.flatMap((option) => {
    const found = saidOf(heard, option, all, unsaid)
    return found === undefined || found.score < SURE ? [] : [{ ...found, value: option.value }]
  })
}

const NOT = oneOf('không chưa chẳng')
const BEFORE = 3

/** A flag is set when most of one part of its label is said and not denied. */
export function flagIn(heard: Heard, field: Extract<Field, { kind: 'flag' }>): Said | undefined {
  for (const part of partsOf(field.label[0])) {
    const pairs = pairsOf(part).filter((pair) => !GENERIC.has(keyOf(pair)))
    const places = pairs.flatMap((pair) => firstPlace(heard, pair) ?? [])
    if (part.length < 3 || places.length === 0 || places.length * 2 < pairs.length) continue
    const [from, to] = [Math.min(...places), Math.max(...places) + 1]
    if (heard.tokens.slice(Math.max(0, from - BEFORE), from).some(NOT)) continue
    return { score: places.length, at: spanOf(heard.tokens, from, to) }
  }
  return undefined
}
