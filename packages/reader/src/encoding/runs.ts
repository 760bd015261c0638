// Text of a Word file run by run, each with the letters its font holds. The font is believed when the letters agree.
import { evidenceOf, isBetter } from './evidence.ts'
import { fromOldLetters, type OldLetters } from './old-letters.ts'
import { hasUnicodeLetters } from './convert.ts'
import { syllableJudge } from './syllables.ts'

/** `letters`: what the font of the run holds (`oldLettersOf`); undefined for a font of Unicode. */
export type FontRun = { readonly text: string; readonly letters: OldLetters | undefined }

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
 * The lines with the runs of old fonts converted, NFC. A file may name an old font and hold Unicode all the same, where people
 * retyped it; therefore the words of all runs of such a font decide together, and a run with letters of Unicode stays.
 */
export function convertRuns(lines: readonly (readonly FontRun[])[]): string[] {
  const isSyllable = syllableJudge()
  const parted = lines.map(joined)
  const kinds = new Set(parted.flatMap((line) => line.map((run) => run.letters)))
  const believed = new Set(
    [...kinds].filter((letters) => {
      if (letters === undefined) return false
      const all = parted.flatMap((line) =>
        line.filter((run) => run.letters === letters && !hasUnicodeLetters(run.text)),
      )
      const text = all.map((run) => run.text).join('\n')
      const asIs = evidenceOf(text, isSyllable)
      const made = evidenceOf(text, isSyllable, (chunk) => fromOldLetters(chunk, letters))
      return made.good + made.bad + asIs.good + asIs.bad === 0 || isBetter(made, asIs)
    }),
  )
  return parted.map((line) =>
    line
      .map(({ text, letters }) =>
        letters !== undefined && believed.has(letters) && !hasUnicodeLetters(text)
          ? fromOldLetters(text, letters)
          : text,
      )
      .join('')
      .normalize('NFC'),
  )
}
