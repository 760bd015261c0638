// `kheo check`: the format of a .docx judged without a database, by the formats that the product ships.
import { readFileSync } from 'node:fs'
import { checkAlone } from '@kheo/features/documents/check.actions.ts'
import type { CheckFinding } from '@kheo/features/documents/check.schema.ts'
import { dayOf } from '@kheo/features/people/allow.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { fromHere, type Options, type Outcome, UsageError } from './session.ts'

const marks = { error: '✕', warning: '▲' } as const

const placesOf = ({ where, alsoAt }: CheckFinding): string =>
  [...(where === null ? [] : [where]), ...alsoAt].map((place) => `${place.words} “${place.excerpt}”`).join('; ')

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(fromHere(file))
  } catch {
    throw new Refusal({ code: 'paper.file_not_found', file } as never)
  }
}

/** Exit status 1 when the paper has an error; warnings alone leave it 0. */
export async function checkFile(options: Options, [file]: readonly string[]): Promise<Outcome> {
  if (file === undefined) throw new UsageError('TỆP.docx')
  const choice = typeof options['profile'] === 'string' ? options['profile'] : 'auto'
  const report = checkAlone(bytesOf(file), choice, dayOf(new Date()))
  const { errors, warnings, profile } = report
  return {
    json: { file, ...report },
    isBad: !report.passes,
    lines: [
      `${file}: ${report.passes ? 'đúng thể thức' : `${errors} lỗi`}${warnings === 0 ? '' : `, ${warnings} điều lưu ý`} — ${profile.title} (${profile.code})`,
      ...report.findings.flatMap((it) => [
        `${marks[it.severity]} ${it.message.startsWith(it.name) ? '' : `${it.name}: `}${it.message} [${it.code}]`,
        ...(it.where === null ? [] : [`    ${placesOf(it)}`]),
      ]),
    ],
  }
}
