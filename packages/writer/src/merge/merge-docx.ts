// Fills an office's own .docx: `{name}` is replaced, `{#rows}…{/rows}` is repeated. The file is another's: it is judged before it is used.
import { type Result, accept, refuse } from '@kheo/core/result.ts'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { packText, type ZipContent } from '../fixed-zip.ts'
import { cleanText } from '../xml-text.ts'
import { judgedPackage, type PackageProblem } from './template-package.ts'

/** What a template is filled with. A list repeats what stands between its marks; `true` shows it once. */
export type MergeData = { readonly [name: string]: string | boolean | readonly MergeData[] }

/** A mark in a template; `inside` are those between `{#name}` and `{/name}`. */
export type MergeMark = { readonly name: string; readonly inside: readonly MergeMark[] }

export type MergeProblem =
  | PackageProblem
  | { readonly code: 'merge.raw_mark'; readonly mark: string }
  | {
      readonly code: 'merge.broken_mark'
      readonly mark: string
      readonly fault: 'unclosed' | 'unopened' | 'loop_unclosed' | 'loop_unopened' | 'loop_crossed' | 'other'
    }

const RAW = /\{\s*@[^}]*\}/

const FAULTS: Readonly<Record<string, (MergeProblem & { code: 'merge.broken_mark' })['fault']>> = {
  unclosed_tag: 'unclosed',
  duplicate_open_tag: 'unclosed',
  unopened_tag: 'unopened',
  duplicate_close_tag: 'unopened',
  unclosed_loop: 'loop_unclosed',
  unopened_loop: 'loop_unopened',
  closing_tag_does_not_match_opening_tag: 'loop_crossed',
}

type TemplateFault = {
  readonly properties?: { readonly id?: string; readonly xtag?: string; readonly context?: string }
}

function problemOf(error: unknown): MergeProblem {
  const thrown = error as TemplateFault & { readonly properties?: { readonly errors?: readonly TemplateFault[] } }
  const first = (thrown.properties?.errors?.[0] ?? thrown).properties
  if (first?.id === undefined) return { code: 'merge.not_a_document' }
  const mark = cleanText(String(first.xtag ?? first.context ?? '')).slice(0, 60)
  return { code: 'merge.broken_mark', mark, fault: FAULTS[first.id] ?? 'other' }
}

type Inspected = Readonly<Record<string, unknown>>
/** What the library can tell of a template, beside what its types say. */
type Telling = {
  readonly getTemplatedFiles: () => readonly string[]
  readonly getTags: () => Readonly<Record<'document' | 'headers' | 'footers', unknown>>
}
type TagsOfPart = { readonly tags: Inspected }

const toMarks = (tags: Inspected): MergeMark[] =>
  Object.entries(tags).map(([name, inside]) => ({ name, inside: toMarks(inside as Inspected) }))

// Only what the data itself has: a mark such as {constructor} finds nothing.
const parser = (mark: string) => ({
  get: (scope: unknown): unknown => {
    if (mark === '.') return scope
    const name = mark.trim()
    return typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name)
      ? (scope as Readonly<Record<string, unknown>>)[name]
      : undefined
  },
})

function open(bytes: Uint8Array): Docxtemplater {
  return new Docxtemplater(new PizZip(bytes as never), {
    paragraphLoop: true,
    linebreaks: true,
    parser,
    nullGetter: () => '',
    errorLogging: false,
    // A template that chose other signs for its marks could hide some from this judgement.
    syntax: { changeDelimiterPrefix: null },
  })
}

/** The marks of a judged package. */
function marksOf(bytes: Uint8Array): Result<readonly MergeMark[], MergeProblem> {
  try {
    const template = open(bytes)
    const telling = template as unknown as Telling
    const raw = telling
      .getTemplatedFiles()
      .map((file) => RAW.exec(template.getFullText(file))?.[0])
      .find((mark) => mark !== undefined)
    if (raw !== undefined) return refuse({ code: 'merge.raw_mark', mark: raw })
    const { document, headers, footers } = telling.getTags()
    const parts = [document, headers, footers].flat().filter((part) => part !== undefined) as TagsOfPart[]
    const marks = parts.flatMap((part) => toMarks(part.tags))
    return accept(marks.filter((mark, at) => marks.findIndex((other) => other.name === mark.name) === at))
  } catch (error) {
    return refuse(problemOf(error))
  }
}

/** The marks of a template, or why it cannot be one. It fills nothing. */
export function inspectTemplate(bytes: Uint8Array): Result<readonly MergeMark[], MergeProblem> {
  const judged = judgedPackage(bytes)
  return judged.ok ? marksOf(judged.value) : judged
}

const cleaned = (data: MergeData): MergeData =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? value.split('\n').map(cleanText).join('\n')
        : typeof value === 'boolean'
          ? value
          : value.map(cleaned),
    ]),
  )

/** Repacked with one fixed time, so that the same template and data give the same bytes. */
function repacked(zip: PizZip): Uint8Array {
  const parts = new Map<string, ZipContent>()
  for (const [path, file] of Object.entries(zip.files)) if (!file.dir) parts.set(path, file.asUint8Array())
  return packText(parts)
}

/** The filled document. A mark without data becomes nothing. Refuses what `inspectTemplate` refuses. */
export function mergeDocx(bytes: Uint8Array, data: MergeData): Result<Uint8Array, MergeProblem> {
  const judged = judgedPackage(bytes)
  if (!judged.ok) return judged
  const marks = marksOf(judged.value)
  if (!marks.ok) return marks
  try {
    const template = open(judged.value)
    template.render(cleaned(data))
    return accept(repacked(template.getZip() as PizZip))
  } catch (error) {
    return refuse(problemOf(error))
  }
}
