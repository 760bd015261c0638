// How a figure is made for a parent unit from its children: the spellings of the catalogue and what they mean.

import { accept, refuse, type Result } from '../result.ts'
import type { Expression } from './expression.ts'
import { parse, type ParseProblem } from './parse.ts'

export type Tree =
  | { readonly kind: 'sum' }
  /** Add the numerators, add the denominators, divide. Percentages are never averaged. */
  | {
      readonly kind: 'ratio'
      readonly formula: string
      readonly numerator: Expression
      readonly denominator: Expression
    }
  /** Count different things once, whoever reports them. */
  | { readonly kind: 'distinct'; readonly key: string }
  /** How many child units meet the condition; null when each unit states it itself. */
  | { readonly kind: 'units'; readonly formula: string | null; readonly condition: Expression | null }
  /** Adds across places, not across organisations: one person may belong to two. */
  | { readonly kind: 'per-organisation' }
  | { readonly kind: 'none' }

export type TreeProblem =
  | { readonly code: 'tree.unknown'; readonly text: string }
  | { readonly code: 'tree.formula'; readonly text: string; readonly problem: ParseProblem }

const CALL = /^(ratio|distinct|units)\s*\((.*)\)$/

/** Reads `sum`, `ratio(a, b)`, `distinct(key)`, `units(condition)`, `units(cond)`, `sum per organisation only`, `none`. */
export function parseTree(text: string): Result<Tree, TreeProblem> {
  const written = text.trim()
  if (written === 'sum') return accept({ kind: 'sum' })
  if (written === 'none') return accept({ kind: 'none' })
  if (written === 'sum per organisation only') return accept({ kind: 'per-organisation' })
  const [, name, inside = ''] = CALL.exec(written) ?? []
  if (name === 'ratio') return ratio(written, inside)
  if (name === 'units') return units(written, inside.trim())
  if (name === 'distinct' && /^[a-z_]+$/.test(inside)) return accept({ kind: 'distinct', key: inside })
  return refuse({ code: 'tree.unknown', text: written })
}

function units(text: string, condition: string): Result<Tree, TreeProblem> {
  if (condition === 'cond') return accept({ kind: 'units', formula: null, condition: null })
  const parsed = parse(condition)
  if (!parsed.ok) return refuse({ code: 'tree.formula', text, problem: parsed.problem })
  return accept({ kind: 'units', formula: condition, condition: parsed.value })
}

function ratio(text: string, inside: string): Result<Tree, TreeProblem> {
  const halves = inside.split(',')
  if (halves.length !== 2) return refuse({ code: 'tree.unknown', text })
  const [above = '', below = ''] = halves.map((half) => half.trim())
  const numerator = parse(above)
  if (!numerator.ok) return refuse({ code: 'tree.formula', text, problem: numerator.problem })
  const denominator = parse(below)
  if (!denominator.ok) return refuse({ code: 'tree.formula', text, problem: denominator.problem })
  return accept({
    kind: 'ratio',
    formula: `${wrapped(above, numerator.value)} / ${wrapped(below, denominator.value)}`,
    numerator: numerator.value,
    denominator: denominator.value,
  })
}

const wrapped = (text: string, { kind }: Expression): string =>
  kind === 'reference' || kind === 'number' ? text : `(${text})`
