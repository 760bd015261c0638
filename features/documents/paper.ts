// A paper as a room writes it, before the documents room gives it its issuer's words, a format, a number and a day. Pure.
import type { Block, Signature } from '@kheo/writer/block-model.ts'

/** Which of a unit's offices issues it: Party committee, administration, Fatherland Front. Each has its own rules of format. */
export const FAMILIES = ['party', 'state', 'front'] as const
export type Family = (typeof FAMILIES)[number]

export type WrittenPaper = {
  readonly family: Family
  /** Code of the kind in the format profiles, such as `ke-hoach`. */
  readonly kind: string
  readonly summary: string
  readonly addressees?: readonly string[]
  readonly decidedBy?: string
  readonly legalBases?: readonly string[]
  /** Put before the issuer's own recipients. */
  readonly recipients?: readonly string[]
  /** Instead of how the issuer signs. */
  readonly signature?: Signature
  readonly cosigner?: Signature
  readonly blocks: readonly Block[]
}

/** What a paper was written from: a thing of a room, and which of its papers this is. */
export type PaperSource = { readonly room: string; readonly id: string; readonly role: string }
