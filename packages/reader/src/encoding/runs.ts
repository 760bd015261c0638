// Text of a Word file run by run, each with the letters its font holds. The font is believed when the letters agree.
import { evidenceOf, weightOf } from './evidence.ts'
import { fromOldLetters, type OldLetters } from './old-letters.ts'
import { hasUnicodeLetters } from './convert.ts'
import { syllableJudge } from './syllables.ts'

/** `letters`: what the font of the run holds (`oldLettersOf`); undefined for a font of Unicode. */
export type FontRun = { readonly text: string; readonly letters: OldLetters | undefined }

export type ConvertedRuns = {
  /** One text a line, NFC. */
  readonly lines: readonly string[]
  /** The letters of the fonts that were believed. */
  readonly believed: readonly OldLetters[]
}

/** VNI writes a letter with two signs, and a file may part them: runs of the same letters are one. */
function joined(line: readonly FontRun[]): readonly FontRun[] {
  const runs: FontRun[] = []
  for (const run of line) {
    const last = runs.at(-1)
    if (last !== undefined && last.letters === run.letters)
      runs[runs.length - 1] = { text: last.text + run.text, letters: run.letters }
    else runs.push(run)
  }
  return runs
}

/**
 * The lines with the runs of old fonts converted. A file may name an old font and hold Unicode all the same, where people
 * retyped it; therefore the words of all runs of such a font decide together, and a run with letters of Unicode stays.
 */
export function convertRuns(lines: readonly (readonly FontRun[])[]): ConvertedRuns {
  const isSyllable = syllableJudge()
  const parted = lines.map(joined)
  const kinds = new Set(parted.flatMap((line) => line.flatMap((run) => run.letters ?? [])))
  const believed = new Set(
    [...kinds].filter((letters) => {
      const text = parted.flatMap((line) => line.flatMap((run) => (run.letters === letters ? run.text : []))).join('\n')
      const asIs = evidenceOf(text, isSyllable)
      const made = evidenceOf(text, isSyllable, (chunk) => fromOldLetters(chunk, letters))
      // Between equals the font decides.
      return made.good > 0 && weightOf(made) >= weightOf(asIs)
    }),
  )
  const made = parted.map((line) =>
    line
      .map(({ text, letters }) =>
        letters !== undefined && believed.has(letters) && !hasUnicodeLetters(text)
          ? fromOldLetters(text, letters)
          : text,
      )
      .join('')
      .normalize('NFC'),
  )
  return { lines: made, believed: [...believed] }
}
