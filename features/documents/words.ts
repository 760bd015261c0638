// Words of a block as an officer types them: `**bold**` and `*italic*`, one line an item of a list; and back. Pure.
import type { Block, HeadingLevel, Run } from '@kheo/writer/block-model.ts'
import { runText } from '@kheo/writer/block-model.ts'

const MARKED = /\*\*(?=\S)([^*\n]*[^*\s])\*\*|\*(?=\S)([^*\n]*[^*\s])\*/g

/** One line of typed words as runs; a star that opens nothing stays a star. */
export function readRuns(line: string): Run[] {
  const runs: Run[] = []
  let at = 0
  for (const found of line.matchAll(MARKED)) {
    if (found.index > at) runs.push({ text: line.slice(at, found.index) })
    runs.push(found[1] === undefined ? { text: found[2] ?? '', italic: true } : { text: found[1], bold: true })
    at = found.index + found[0].length
  }
  if (at < line.length) runs.push({ text: line.slice(at) })
  return runs
}

const mark = (run: Run): string => (run.bold === true ? '**' : run.italic === true ? '*' : '')
const typed = (runs: readonly Run[]): string => runs.map((run) => `${mark(run)}${runText(run)}${mark(run)}`).join('')

/** The words of a block as they are edited; null for a block that is not words. */
export function typedWords(block: Block): string | null {
  switch (block.kind) {
    case 'heading':
      return block.text
    case 'paragraph':
    case 'note':
      return typed(block.runs)
    case 'list':
      return block.items.map(typed).join('\n')
    default:
      return null
  }
}

const joinLines = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ')

/** Typed words as a block; null when nothing was typed. */
export function readBlock(it: {
  readonly kind: 'heading' | 'paragraph' | 'list' | 'note'
  readonly level: number
  readonly text: string
}): Block | null {
  if (it.text.trim() === '') return null
  switch (it.kind) {
    case 'heading':
      return { kind: 'heading', level: it.level as HeadingLevel, text: joinLines(it.text) }
    case 'paragraph':
    case 'note':
      return { kind: it.kind, runs: readRuns(joinLines(it.text)) }
    case 'list':
      return {
        kind: 'list',
        items: it.text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .map(readRuns),
      }
  }
}
