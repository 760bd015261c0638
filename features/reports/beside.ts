// What a print needs beside the report's own content: tables of units that have left before, and what came of conclusions.
import type { PrintedUnits } from '@kheo/core/privacy/unit-table.ts'
import type { Db } from '@kheo/db/connect.ts'
import { conclusionResults } from '../conferences/results.ts'
import type { World } from '../context.ts'
import type { Frame } from './content.ts'
import { earlierUnits } from './guard.ts'
import type { PrintConclusions } from './snapshot.ts'

/** The indicators that count tasks set by conclusions: a report with any of them also tells what came of each task. */
const TASKS_OF_CONCLUSIONS = ['HN02', 'HN03', 'HN04', 'HN05', 'HN06']

export type Beside = {
  /** Nothing small may be told beside these. */
  readonly earlier: readonly PrintedUnits[]
  /** Of the unit's own conferences; null where the report does not speak of them or there were none. */
  readonly conclusions: PrintConclusions | null
}

async function conclusionsOf(tx: Db, world: World, frame: Frame): Promise<PrintConclusions | null> {
  if (!frame.codes.some((code) => TASKS_OF_CONCLUSIONS.includes(code))) return null
  const { lines, sentence } = await conclusionResults(tx, world, frame.unit, frame.period.id)
  if (lines.length === 0) return null
  return {
    sentence,
    lines: lines.map(({ notice, content, lead, dueOn, state, doneOn, result }) => ({
      notice,
      content,
      lead,
      dueOn,
      state,
      doneOn,
      result,
    })),
  }
}

export const besideOf = async (tx: Db, world: World, frame: Frame): Promise<Beside> => ({
  earlier: await earlierUnits(tx, world, frame),
  conclusions: await conclusionsOf(tx, world, frame),
})
