// HTTP ↔ conferences.
import { fileRoute, route, type FileRoute, type Route } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import { look } from '../people/allow.ts'
import { choicesFor, listOfUnit, proposePlan, savePlan, viewConference } from './actions.ts'
import {
  addGuests,
  attend,
  attendByHand,
  changeGuest,
  copyGuests,
  inviteBelow,
  pasteGuests,
  removeGuest,
  undoAttendance,
} from './guests.ts'
import { assignConclusions, holdConference, saveMinutes } from './holding.ts'
import { conclusionResults } from './results.ts'
import { conferenceDoors, conferenceRoom as room } from './schema.ts'
import { conferenceFile, writeConferencePaper } from './writing.ts'

export const routes = (world: World): Route[] => [
  route(room.list, ({ actor, query }) => listOfUnit(world, actor, query)),
  route(room.view, ({ actor, query }) => viewConference(world, actor, query)),
  route(room.propose, ({ actor, query }) => proposePlan(world, actor, query)),
  route(room.choices, ({ actor, query }) => choicesFor(world, actor, query)),
  route(room.save, ({ actor, body }) => savePlan(world, actor, body)),
  route(room.addGuests, ({ actor, body }) => addGuests(world, actor, body)),
  route(room.pasteGuests, ({ actor, body }) => pasteGuests(world, actor, body)),
  route(room.copyGuests, ({ actor, body }) => copyGuests(world, actor, body)),
  route(room.inviteBelow, ({ actor, body }) => inviteBelow(world, actor, body)),
  route(room.changeGuest, ({ actor, body }) => changeGuest(world, actor, body)),
  route(room.removeGuest, ({ actor, body }) => removeGuest(world, actor, body)),
  route(room.attend, ({ actor, body }) => attend(world, actor, body)),
  route(room.attendByHand, ({ actor, body }) => attendByHand(world, actor, body)),
  route(room.undoAttendance, ({ actor, body }) => undoAttendance(world, actor, body)),
  route(room.saveMinutes, ({ actor, body }) => saveMinutes(world, actor, body)),
  route(room.hold, ({ actor, body }) => holdConference(world, actor, body)),
  route(room.assign, ({ actor, body }) => assignConclusions(world, actor, body)),
  route(room.write, ({ actor, body }) => writeConferencePaper(world, actor, body)),
  route(room.results, ({ actor, query }) =>
    look(world, actor, query.unit, (tx) => conclusionResults(tx, world, query.unit, query.period)),
  ),
]

export const fileRoutes = (world: World): FileRoute[] => [
  fileRoute(conferenceDoors.file, ({ actor, query }) => conferenceFile(world, actor, query)),
]
