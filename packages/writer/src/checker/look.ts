// How letters and paragraphs look after styles, theme and direct settings are laid over each other. It reads no text.
import { childOf, childrenOf, valueOf, type XmlNode } from './xml-tree.ts'

export type Alignment = 'left' | 'center' | 'right' | 'justify'

export type RunLook = {
  /** Of plain Latin letters, and of letters with marks. */
  readonly font: string
  readonly wideFont: string
  readonly sizePt: number
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly caps: boolean
  readonly hidden: boolean
}

export type ParagraphLook = {
  readonly align: Alignment
  readonly firstLineMm: number
  readonly leftMm: number
  readonly rightMm: number
  readonly beforePt: number
  readonly afterPt: number
  /** `auto`: a multiple of single spacing; else points. */
  readonly lineRule: 'auto' | 'exact' | 'atLeast'
  readonly line: number
  readonly topRule: boolean
  readonly bottomRule: boolean
  readonly breakBefore: boolean
  readonly outline: number | null
  readonly numbering: { readonly id: string; readonly level: number } | null
}

type Toggles = { bold?: boolean; italic?: boolean; caps?: boolean }
type RunSetting = Partial<Omit<RunLook, keyof Toggles>> & Toggles
type ParagraphSetting = Partial<ParagraphLook>
type Setting = { readonly run: RunSetting; readonly paragraph: ParagraphSetting }

const MM_PER_TWIP = 25.4 / 1440
const isOff = (value: string | undefined): boolean => value === '0' || value === 'false' || value === 'off'

/** Undefined where nothing is said. */
const toggle = (node: XmlNode | undefined, name: string): boolean | undefined => {
  const found = childOf(node, name)
  return found === undefined ? undefined : !isOff(found.attributes.get('w:val'))
}

const numberOf = (text: string | undefined): number | undefined => {
  const value = Number.parseFloat(text ?? '')
  return Number.isFinite(value) ? value : undefined
}

/** What was said, without what was not, so that one setting can be spread over another. */
const said = <T extends object>(setting: { readonly [K in keyof T]: T[K] | undefined }): Partial<T> =>
  Object.fromEntries(Object.entries(setting).filter(([, value]) => value !== undefined)) as Partial<T>

export type Theme = { readonly major: string | undefined; readonly minor: string | undefined }

export function readTheme(root: XmlNode | undefined): Theme {
  const fonts = childOf(childOf(root, 'a:themeElements'), 'a:fontScheme')
  const latin = (name: string) => childOf(childOf(fonts, name), 'a:latin')?.attributes.get('typeface')
  return { major: latin('a:majorFont'), minor: latin('a:minorFont') }
}

function fontOf(fonts: XmlNode | undefined, slot: 'ascii' | 'hAnsi', theme: Theme): string | undefined {
  const themed = fonts?.attributes.get(`w:${slot}Theme`)
  const fromTheme = themed?.startsWith('major') === true ? theme.major : theme.minor
  return themed === undefined ? fonts?.attributes.get(`w:${slot}`) : (fromTheme ?? fonts?.attributes.get(`w:${slot}`))
}

/** What a `w:rPr` says itself. */
export function runSetting(properties: XmlNode | undefined, theme: Theme): RunSetting {
  if (properties === undefined) return {}
  const fonts = childOf(properties, 'w:rFonts')
  const half = numberOf(valueOf(properties, 'w:sz'))
  const underline = valueOf(properties, 'w:u')
  return said<RunSetting>({
    font: fontOf(fonts, 'ascii', theme),
    wideFont: fontOf(fonts, 'hAnsi', theme) ?? fontOf(fonts, 'ascii', theme),
    sizePt: half === undefined ? undefined : half / 2,
    bold: toggle(properties, 'w:b'),
    italic: toggle(properties, 'w:i'),
    caps: toggle(properties, 'w:caps'),
    underline: childOf(properties, 'w:u') === undefined ? undefined : underline !== 'none' && underline !== undefined,
    hidden: toggle(properties, 'w:vanish'),
  })
}

const ALIGNMENTS: Readonly<Record<string, Alignment>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
}

const isDrawn = (border: XmlNode | undefined): boolean =>
  border !== undefined && !['none', 'nil', undefined].includes(border.attributes.get('w:val'))

function spacingSetting(spacing: XmlNode | undefined): ParagraphSetting {
  const at = (name: string) => numberOf(spacing?.attributes.get(`w:${name}`))
  const points = (name: string) => (at(name) === undefined ? undefined : (at(name) ?? 0) / 20)
  // Word takes 14 points for a spacing that it is told to choose itself.
  const gap = (name: 'before' | 'after') => {
    const auto = spacing?.attributes.get(`w:${name}Autospacing`)
    return auto !== undefined && !isOff(auto) ? 14 : points(name)
  }
  const given = spacing?.attributes.get('w:lineRule')
  const rule = given === 'exact' || given === 'atLeast' ? given : 'auto'
  const line = at('line')
  return said<ParagraphSetting>({
    beforePt: gap('before'),
    afterPt: gap('after'),
    lineRule: line === undefined ? undefined : rule,
    line: line === undefined ? undefined : rule === 'auto' ? line / 240 : line / 20,
  })
}

function indentSetting(indent: XmlNode | undefined): ParagraphSetting {
  const mm = (...names: readonly string[]) => {
    const value = names.map((name) => numberOf(indent?.attributes.get(`w:${name}`))).find((it) => it !== undefined)
    return value === undefined ? undefined : value * MM_PER_TWIP
  }
  const hanging = mm('hanging')
  return said<ParagraphSetting>({
    firstLineMm: hanging === undefined ? mm('firstLine') : -hanging,
    leftMm: mm('left', 'start'),
    rightMm: mm('right', 'end'),
  })
}

/** What a `w:pPr` says itself. */
export function paragraphSetting(properties: XmlNode | undefined): ParagraphSetting {
  if (properties === undefined) return {}
  const borders = childOf(properties, 'w:pBdr')
  const numbered = childOf(properties, 'w:numPr')
  const outline = numberOf(valueOf(properties, 'w:outlineLvl'))
  const id = valueOf(numbered, 'w:numId')
  return {
    ...spacingSetting(childOf(properties, 'w:spacing')),
    ...indentSetting(childOf(properties, 'w:ind')),
    ...said<ParagraphSetting>({
      align: ALIGNMENTS[valueOf(properties, 'w:jc') ?? ''],
      topRule: borders === undefined ? undefined : isDrawn(childOf(borders, 'w:top')),
      bottomRule: borders === undefined ? undefined : isDrawn(childOf(borders, 'w:bottom')),
      breakBefore: toggle(properties, 'w:pageBreakBefore'),
      outline,
      numbering: id === undefined ? undefined : { id, level: numberOf(valueOf(numbered, 'w:ilvl')) ?? 0 },
    }),
  }
}

/** Settings that switch each other off when two kinds of style both say them. */
const crossed = (one: RunSetting, other: RunSetting): RunSetting => {
  const merged: RunSetting = { ...one, ...other }
  for (const name of ['bold', 'italic', 'caps'] as const)
    if (one[name] === true && other[name] === true) merged[name] = false
  return merged
}

const START_RUN: RunLook = {
  font: 'Times New Roman',
  wideFont: 'Times New Roman',
  sizePt: 10,
  bold: false,
  italic: false,
  underline: false,
  caps: false,
  hidden: false,
}
const START_PARAGRAPH: ParagraphLook = {
  align: 'left',
  firstLineMm: 0,
  leftMm: 0,
  rightMm: 0,
  beforePt: 0,
  afterPt: 0,
  lineRule: 'auto',
  line: 1,
  topRule: false,
  bottomRule: false,
  breakBefore: false,
  outline: null,
  numbering: null,
}

export type Styles = {
  /** Whether text of a table style has borders drawn round its cells. */
  readonly hasBorders: (tableStyle: string | undefined) => boolean
  readonly paragraph: (properties: XmlNode | undefined, tableStyle: string | undefined) => ParagraphLook
  readonly run: (
    properties: XmlNode | undefined,
    paragraph: XmlNode | undefined,
    tableStyle: string | undefined,
  ) => RunLook
}

const BORDER_SIDES = ['w:top', 'w:bottom', 'w:left', 'w:right', 'w:start', 'w:end', 'w:insideH', 'w:insideV'] as const

/** Whether a `w:tblBorders` or `w:tcBorders` draws any line. */
export const drawsBorders = (borders: XmlNode | undefined): boolean =>
  BORDER_SIDES.some((side) => isDrawn(childOf(borders, side)))

/** The styles of a document, each laid over what it is based on. A circle of styles ends where it closes. */
export function readStyles(root: XmlNode | undefined, theme: Theme): Styles {
  const styles = new Map(childrenOf(root, 'w:style').map((style) => [style.attributes.get('w:styleId') ?? '', style]))
  const defaults = childOf(root, 'w:docDefaults')
  const base: Setting = {
    run: runSetting(childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr'), theme),
    paragraph: paragraphSetting(childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr')),
  }
  const isDefault = (style: XmlNode, type: string) =>
    style.attributes.get('w:type') === type && ['1', 'true', 'on'].includes(style.attributes.get('w:default') ?? '')
  const normal = [...styles].find(([, style]) => isDefault(style, 'paragraph'))?.[0]

  const chain = (id: string | undefined): readonly XmlNode[] => {
    const found = new Set<XmlNode>()
    for (let at = styles.get(id ?? ''); at !== undefined && !found.has(at); ) {
      found.add(at)
      at = styles.get(valueOf(at, 'w:basedOn') ?? '')
    }
    return [...found].toReversed()
  }
  const known = new Map<string, Setting>()
  const settingOf = (id: string | undefined): Setting => {
    const held = known.get(id ?? '')
    if (held !== undefined) return held
    const made = chain(id).reduce<Setting>(
      (below, style) => ({
        run: { ...below.run, ...runSetting(childOf(style, 'w:rPr'), theme) },
        paragraph: { ...below.paragraph, ...paragraphSetting(childOf(style, 'w:pPr')) },
      }),
      { run: {}, paragraph: {} },
    )
    known.set(id ?? '', made)
    return made
  }
  const styleOf = (properties: XmlNode | undefined) => valueOf(properties, 'w:pStyle') ?? normal

  return {
    hasBorders: (table) =>
      chain(table).some((style) => drawsBorders(childOf(childOf(style, 'w:tblPr'), 'w:tblBorders'))),
    paragraph: (properties, table) => ({
      ...START_PARAGRAPH,
      ...base.paragraph,
      ...settingOf(table).paragraph,
      ...settingOf(styleOf(properties)).paragraph,
      ...paragraphSetting(properties),
    }),
    run: (properties, paragraph, table) => ({
      ...START_RUN,
      ...base.run,
      ...settingOf(table).run,
      ...crossed(settingOf(styleOf(paragraph)).run, settingOf(valueOf(properties, 'w:rStyle')).run),
      ...runSetting(properties, theme),
    }),
  }
}
