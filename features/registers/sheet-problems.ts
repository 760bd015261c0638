// What sheets of registers are refused for as a whole. Single cells are answered with their places instead.
import type { LayoutProblem } from '@kheo/kit/register/sheet-in.ts'
import type { SheetProblem } from '@kheo/writer/sheet-data.ts'

export type SheetRefusal = SheetProblem | LayoutProblem | { readonly code: 'sheet.too_many_out'; readonly most: number }
