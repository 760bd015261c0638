// HTTP ↔ rounds of commendation.
import { fileRoute, type FileRoute, route, type Route } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import {
  addEntries,
  dropRound,
  editRound,
  nominate,
  numberCertificates,
  openRound,
  orderEntries,
  passFinding,
  removeEntry,
  reviewRound,
} from './actions.ts'
import { considerRound, decideRound, presentRound, refuseNominations, revokeAward } from './council.ts'
import { layoutDoors, layouts } from './layout-schema.ts'
import { printCertificates, saveLayout, testPrint, viewLayouts } from './layouts.ts'
import { awardDoors, awards } from './schema.ts'
import { listCandidates, listOfRounds, viewRound } from './view.ts'
import { decisionBook, writePaper } from './write.ts'

export const routes = (world: World): Route[] => [
  route(awards.rounds, ({ actor, query }) => listOfRounds(world, actor, query)),
  route(awards.round, ({ actor, query }) => viewRound(world, actor, query)),
  route(awards.candidates, ({ actor, query }) => listCandidates(world, actor, query)),
  route(awards.open, ({ actor, body }) => openRound(world, actor, body)),
  route(awards.edit, ({ actor, body }) => editRound(world, actor, body)),
  route(awards.drop, ({ actor, body }) => dropRound(world, actor, body)),
  route(awards.add, ({ actor, body }) => addEntries(world, actor, body)),
  route(awards.nominate, ({ actor, body }) => nominate(world, actor, body)),
  route(awards.remove, ({ actor, body }) => removeEntry(world, actor, body)),
  route(awards.order, ({ actor, body }) => orderEntries(world, actor, body)),
  route(awards.review, ({ actor, body }) => reviewRound(world, actor, body)),
  route(awards.pass, ({ actor, body }) => passFinding(world, actor, body)),
  route(awards.consider, ({ actor, body }) => considerRound(world, actor, body)),
  route(awards.decide, ({ actor, body }) => decideRound(world, actor, body)),
  route(awards.present, ({ actor, body }) => presentRound(world, actor, body)),
  route(awards.refuse, ({ actor, body }) => refuseNominations(world, actor, body)),
  route(awards.revoke, ({ actor, body }) => revokeAward(world, actor, body)),
  route(awards.write, ({ actor, body }) => writePaper(world, actor, body)),
  route(awards.number, ({ actor, body }) => numberCertificates(world, actor, body)),
  route(layouts.list, ({ actor, query }) => viewLayouts(world, actor, query)),
  route(layouts.save, ({ actor, body }) => saveLayout(world, actor, body)),
]

export const fileRoutes = (world: World): FileRoute[] => [
  fileRoute(awardDoors.decisionBook, ({ actor, query }) => decisionBook(world, actor, query)),
  fileRoute(layoutDoors.certificates, ({ actor, query }) => printCertificates(world, actor, query)),
  fileRoute(layoutDoors.test, ({ actor, query }) => testPrint(world, actor, query)),
]
