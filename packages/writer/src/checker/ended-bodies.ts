// Bodies that no longer exist, as dated data of the catalogue: from which day, and what took over.
import { type Result } from '@kheo/core/result.ts'
import { isoDay, listOf, type ReadValue, shape, type ShapeProblem, text } from '../read-shape.ts'

const endedBody = shape({
  code: text,
  /** As papers name it, in the spelling of the State; whatever case. */
  names: listOf(text),
  /** The first day on which it is no more. */
  endedOn: isoDay,
  now: text,
  source: text,
})

export type EndedBody = ReadValue<typeof endedBody>

const readFile = shape({ bodies: listOf(endedBody) })

/** Ended bodies from the parsed JSON of the catalogue. */
export const parseEndedBodies = (json: unknown): Result<readonly EndedBody[], ShapeProblem> => {
  const read = readFile(json, '$')
  return read.ok ? { ok: true, value: read.value.bodies } : read
}
