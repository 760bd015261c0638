// Every room's server side: one line a room.
import { fileURLToPath } from 'node:url'
import type { Database } from '@kheo/db/connect.ts'
import { bookOf } from '@kheo/kit/problem.ts'
import { countingOf } from '@kheo/kit/register/counting.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import type { FileRoute, Route } from '@kheo/kit/route.ts'
import { sentences as awardEn } from './awards/problems.en.ts'
import { sentences as awardVi } from './awards/problems.vi.ts'
import { fileRoutes as awardFileRoutes, routes as awardRoutes } from './awards/routes.ts'
import { sentences as conferenceEn } from './conferences/problems.en.ts'
import { sentences as conferenceVi } from './conferences/problems.vi.ts'
import { fileRoutes as conferenceFileRoutes, routes as conferenceRoutes } from './conferences/routes.ts'
import { routes as consolidationRoutes } from './consolidation/routes.ts'
import { constraints } from './constraints.ts'
import type { World } from './context.ts'
import { checkFileRoutes, checkRoutes } from './documents/check.routes.ts'
import { sentences as checkEn } from './documents/check.problems.en.ts'
import { sentences as checkVi } from './documents/check.problems.vi.ts'
import { sentences as documentEn } from './documents/problems.en.ts'
import { sentences as documentVi } from './documents/problems.vi.ts'
import { fileRoutes as documentFileRoutes, routes as documentRoutes } from './documents/routes.ts'
import { profileRoutes } from './documents/profiles.routes.ts'
import { sentences as fileEn } from './files/problems.en.ts'
import { sentences as fileVi } from './files/problems.vi.ts'
import { fileRoutes, routes as fileRoomRoutes } from './files/routes.ts'
import type { FileStore } from './files/store.ts'
import { sentences as figureEn } from './figures/problems.en.ts'
import { sentences as figureVi } from './figures/problems.vi.ts'
import { openCatalogue } from './indicators/index.ts'
import { sentences as catalogueEn } from './indicators/problems.en.ts'
import { sentences as catalogueVi } from './indicators/problems.vi.ts'
import { routes as indicatorRoutes } from './indicators/routes.ts'
import { sentences as lawEn } from './law/problems.en.ts'
import { sentences as lawVi } from './law/problems.vi.ts'
import { routes as lawRoutes } from './law/routes.ts'
import { sentences as newsEn } from './news/problems.en.ts'
import { sentences as newsVi } from './news/problems.vi.ts'
import { routes as newsRoutes } from './news/routes.ts'
import { openOrg } from './org/index.ts'
import { sentences as orgEn } from './org/problems.en.ts'
import { sentences as orgVi } from './org/problems.vi.ts'
import { routes as orgRoutes } from './org/routes.ts'
import type { Accounts } from './people/accounts.ts'
import { sentences as accessEn } from './people/problems.en.ts'
import { sentences as accessVi } from './people/problems.vi.ts'
import { routes as peopleRoutes } from './people/routes.ts'
import { routes as periodRoutes } from './periods/routes.ts'
import { registerFileRoutes } from './registers/files.ts'
import { registers } from './registers/list.ts'
import { sentences as entryEn } from './registers/problems.en.ts'
import { sentences as entryVi } from './registers/problems.vi.ts'
import { routes as registerRoutes } from './registers/routes.ts'
import { sentences as scoreEn } from './registers/skilful-models/problems.en.ts'
import { sentences as scoreVi } from './registers/skilful-models/problems.vi.ts'
import { routes as modelRoutes } from './registers/skilful-models/routes.ts'
import { sentences as sheetEn } from './registers/sheet-problems.en.ts'
import { sentences as sheetVi } from './registers/sheet-problems.vi.ts'
import { sentences as contentsEn } from './readings/contents/problems.en.ts'
import { sentences as contentsVi } from './readings/contents/problems.vi.ts'
import { sentences as readingEn } from './readings/problems.en.ts'
import { sentences as readingVi } from './readings/problems.vi.ts'
import { fileRoutes as readingFileRoutes, routes as readingRoutes } from './readings/routes.ts'
import { sentences as reportEn } from './reports/problems.en.ts'
import { sentences as reportVi } from './reports/problems.vi.ts'
import { fileRoutes as reportFileRoutes, routes as reportRoutes } from './reports/routes.ts'
import { sentences as taskEn } from './tasks/problems.en.ts'
import { sentences as taskVi } from './tasks/problems.vi.ts'
import { routes as taskRoutes } from './tasks/routes.ts'
import { sentences as templateEn } from './templates/problems.en.ts'
import { sentences as templateVi } from './templates/problems.vi.ts'
import { fileRoutes as templateFileRoutes, routes as templateRoutes } from './templates/routes.ts'

export const routesOf = (world: World, accounts: Accounts): Route[] => [
  ...peopleRoutes(world, accounts),
  ...orgRoutes(world),
  ...periodRoutes(world),
  ...indicatorRoutes(world),
  ...lawRoutes(world),
  ...profileRoutes(world),
  ...registerRoutes(world),
  ...modelRoutes(world),
  ...reportRoutes(world),
  ...consolidationRoutes(world),
  ...taskRoutes(world),
  ...awardRoutes(world),
  ...templateRoutes(world),
  ...fileRoomRoutes(world),
  ...newsRoutes(world),
  ...documentRoutes(world),
  ...checkRoutes(world),
  ...conferenceRoutes(world),
  ...readingRoutes(world),
]

export const fileRoutesOf = (world: World): FileRoute[] => [
  ...reportFileRoutes(world),
  ...fileRoutes(world),
  ...checkFileRoutes(world),
  ...documentFileRoutes(world),
  ...conferenceFileRoutes(world),
  ...registerFileRoutes(world),
  ...awardFileRoutes(world),
  ...templateFileRoutes(world),
  ...readingFileRoutes(world),
]

export const sentenceBook = bookOf(
  [
    accessVi,
    awardVi,
    orgVi,
    catalogueVi,
    lawVi,
    figureVi,
    entryVi,
    sheetVi,
    scoreVi,
    reportVi,
    fileVi,
    newsVi,
    documentVi,
    checkVi,
    conferenceVi,
    taskVi,
    templateVi,
    readingVi,
    contentsVi,
  ],
  [
    accessEn,
    awardEn,
    orgEn,
    catalogueEn,
    lawEn,
    figureEn,
    entryEn,
    sheetEn,
    scoreEn,
    reportEn,
    fileEn,
    newsEn,
    documentEn,
    checkEn,
    conferenceEn,
    taskEn,
    templateEn,
    readingEn,
    contentsEn,
  ],
)

export const migrationFolders: readonly string[] = [
  'org',
  'indicators',
  'law',
  'people',
  'audit',
  'figures',
  'reports',
  'files',
  'documents',
  'conferences',
  'tasks',
  'awards',
  'templates',
  'news',
  'readings',
  'registers',
  ...registers.map((it) => `registers/${it.name}`),
].map((room) => fileURLToPath(new URL(`./${room}/migrations`, import.meta.url)))

/** Loads the reference data and keeps it until `reload`. */
export async function openWorld(
  database: Database,
  files: FileStore,
  now: () => Date,
  books: readonly AnyRegister[] = registers,
  address = 'http://localhost:3000',
): Promise<World> {
  let org = await openOrg(database.app)
  let catalogue = await openCatalogue(database.app)
  return {
    database,
    files,
    now,
    address: address.replace(/\/+$/, ''),
    org: () => org,
    catalogue: () => catalogue,
    books,
    registers: books.map(countingOf),
    constraints,
    reload: async () => {
      org = await openOrg(database.app)
      catalogue = await openCatalogue(database.app)
    },
  }
}
