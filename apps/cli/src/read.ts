// `kheo read`: what files say, one after the other, without a database.
import { readFileSync } from 'node:fs'
import { formatNumber } from '@kheo/core/text/number-style.ts'
import { type ReadAlone, readAlone } from '@kheo/features/readings/alone.ts'
import { sentenceBook } from '@kheo/features/server.ts'
import { Refusal, sentenceOf } from '@kheo/kit/problem.ts'
import { fromHere, type Options, type Outcome, UsageError } from './session.ts'

type Item = { readonly because: readonly string[] }
type Line = { readonly json: unknown; readonly lines: readonly string[]; readonly isBad: boolean }

const bare = <T extends Item>({ because: _because, ...rest }: T): Omit<T, 'because'> => rest
const why = (item: Item, isAsked: boolean): string => (isAsked ? `  [${item.because.join(', ')}]` : '')

function said(reading: ReadAlone, explains: boolean): string[] {
  const { figures, notFigures, documents, people, event } = reading
  const whole = (of: number | undefined): string => (of === undefined ? '' : `/${formatNumber(of)}`)
  const upper = (to: number | undefined): string => (to === undefined ? '' : ` đến ${formatNumber(to)}`)
  return [
    ...figures.map(
      (it) =>
        `  ${it.text} = ${formatNumber(it.value)}${whole(it.of)}${upper(it.to)} ${it.unit} (${it.kind})${why(it, explains)}`,
    ),
    ...(explains ? notFigures.map((it) => `  ${it.number}: ${it.why}${why(it, true)}`) : []),
    ...documents.map((it) => `  ${it.type} ${it.number}${why(it, explains)}`),
    ...people.map((it) => `  ${it.name}, ${it.titles} (${it.role})${why(it, explains)}`),
    `  ${event.kind}, ${event.date ?? 'không rõ ngày'}, ${event.period === null ? 'không rõ kỳ' : JSON.stringify(event.period)}`,
  ]
}

function asJson(file: string, { text: _text, ...reading }: ReadAlone, explains: boolean): unknown {
  if (explains) return { file, ...reading }
  const { figures, notFigures, documents, people, event } = reading
  return {
    file,
    figures: figures.map(bare),
    notFigures: notFigures.map(bare),
    documents: documents.map(bare),
    people: people.map(bare),
    event,
  }
}

async function readOne(file: string, explains: boolean): Promise<Line> {
  try {
    const reading = await readAlone(file, readFileSync(fromHere(file)))
    return { json: asJson(file, reading, explains), lines: [file, ...said(reading, explains)], isBad: false }
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    if (!isMissing && !(error instanceof Refusal)) throw error
    const problem = error instanceof Refusal ? error.problem : { code: 'reading.file_not_there', name: file }
    const sentence = sentenceOf(sentenceBook, 'vi', problem) ?? problem.code
    return { json: { file, problem: problem.code, sentence }, lines: [`${file}: ${sentence}`], isBad: true }
  }
}

/** Reads each file; one that cannot be read is said so in its place, and makes the exit status 1. */
export async function readFiles(options: Options, files: readonly string[]): Promise<Outcome> {
  if (files.length === 0) throw new UsageError('TỆP')
  const explains = options['why'] === true
  const read: Line[] = []
  for (const file of files) read.push(await readOne(file, explains))
  return {
    json: read.map((each) => each.json),
    each: true,
    lines: read.flatMap((each) => each.lines),
    isBad: read.some((each) => each.isBad),
  }
}
