// Every room's server side: one line a room.
import { fileURLToPath } from 'node:url'
import type { Database } from '@kheo/db/connect.ts'
import { bookOf } from '@kheo/kit/problem.ts'
import type { CountingRegister } from '@kheo/kit/register.ts'
import type { Route } from '@kheo/kit/route.ts'
import { routes as consolidationRoutes } from './consolidation/routes.ts'
import { constraints } from './constraints.ts'
import type { World } from './context.ts'
import { sentences as figureEn } from './figures/problems.en.ts'
import { sentences as figureVi } from './figures/problems.vi.ts'
import { openCatalogue } from './indicators/index.ts'
import { sentences as catalogueEn } from './indicators/problems.en.ts'
import { sentences as catalogueVi } from './indicators/problems.vi.ts'
import { routes as indicatorRoutes } from './indicators/routes.ts'
import { openOrg } from './org/index.ts'
import { sentences as orgEn } from './org/problems.en.ts'
import { sentences as orgVi } from './org/problems.vi.ts'
import { routes as orgRoutes } from './org/routes.ts'
import type { Accounts } from './people/accounts.ts'
import { sentences as accessEn } from './people/problems.en.ts'
import { sentences as accessVi } from './people/problems.vi.ts'
import { routes as peopleRoutes } from './people/routes.ts'
import { routes as periodRoutes } from './periods/routes.ts'
import { routes as petitionRoutes } from './registers/petitions/routes.ts'
import { petitionCounts } from './registers/petitions/measures.ts'
import { sentences as entryEn } from './registers/problems.en.ts'
import { sentences as entryVi } from './registers/problems.vi.ts'
import { routes as skilfulModelRoutes } from './registers/skilful-models/routes.ts'
import { skilfulModelCounts } from './registers/skilful-models/measures.ts'
import { sentences as reportEn } from './reports/problems.en.ts'
import { sentences as reportVi } from './reports/problems.vi.ts'
import { routes as reportRoutes } from './reports/routes.ts'
import { routes as taskRoutes } from './tasks/routes.ts'

export const registers: readonly CountingRegister[] = [skilfulModelCounts, petitionCounts]

export const routesOf = (world: World, accounts: Accounts): Route[] => [
  ...peopleRoutes(world, accounts),
  ...orgRoutes(world),
  ...periodRoutes(world),
  ...indicatorRoutes(world),
  ...skilfulModelRoutes(world),
  ...petitionRoutes(world),
  ...reportRoutes(world),
  ...consolidationRoutes(world),
  ...taskRoutes(world),
]

export const sentenceBook = bookOf(
  [accessVi, orgVi, catalogueVi, figureVi, entryVi, reportVi],
  [accessEn, orgEn, catalogueEn, figureEn, entryEn, reportEn],
)

export const migrationFolders: readonly string[] = [
  'org',
  'indicators',
  'people',
  'audit',
  'figures',
  'reports',
  'registers/skilful-models',
  'registers/petitions',
].map((room) => fileURLToPath(new URL(`./${room}/migrations`, import.meta.url)))

/** Loads the reference data and keeps it until `reload`. */
export async function openWorld(database: Database, now: () => Date): Promise<World> {
  let org = await openOrg(database.app)
  let catalogue = await openCatalogue(database.app)
  return {
    database,
    now,
    org: () => org,
    catalogue: () => catalogue,
    registers,
    constraints,
    reload: async () => {
      org = await openOrg(database.app)
      catalogue = await openCatalogue(database.app)
    },
  }
}
