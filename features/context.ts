// What every room's server side is given: connections, clock, and the reference data held in memory.
import type { Database } from '@kheo/db/connect.ts'
import type { ConstraintBook } from '@kheo/kit/action.ts'
import type { CountingRegister } from '@kheo/kit/register.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import type { FileStore } from './files/store.ts'
import type { CatalogueView } from './indicators/index.ts'
import type { OrgView } from './org/index.ts'

export type World = {
  readonly database: Database
  /** Bytes of files, by the hash of their content. */
  readonly files: FileStore
  readonly now: () => Date
  /** The product's address as browsers and cameras know it, such as `https://kheo.example`, without a last stroke. */
  readonly address: string
  /** Units as last loaded; a new object after each change, so that a request works on one picture. */
  readonly org: () => OrgView
  readonly catalogue: () => CatalogueView
  /** The registers that are kept, and how the spine counts them. */
  readonly books: readonly AnyRegister[]
  readonly registers: readonly CountingRegister[]
  readonly constraints: ConstraintBook
  /** Reads the reference data again after it was changed. */
  readonly reload: () => Promise<void>
}
