// Every register, one line each. From here follow its tables, routes, screens, sheets, counting and the tests that all of them pass.
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { activities } from './activities/register.ts'
import { bodies } from './bodies/register.ts'
import { citizenReceptions } from './citizen-receptions/register.ts'
import { classifications } from './classifications/register.ts'
import { commendations } from './commendations/register.ts'
import { conferences } from './conferences/register.ts'
import { consultations } from './consultations/register.ts'
import { contributions } from './contributions/register.ts'
import { dialogues } from './dialogues/register.ts'
import { directives } from './directives/register.ts'
import { disclosures } from './disclosures/register.ts'
import { elections } from './elections/register.ts'
import { inspections } from './inspections/register.ts'
import { mediations } from './mediations/register.ts'
import { petitions } from './petitions/register.ts'
import { programmes } from './programmes/register.ts'
import { publicMood } from './public-mood/register.ts'
import { publicWorks } from './public-works/register.ts'
import { skilfulModels } from './skilful-models/register.ts'
import { supervisions } from './supervisions/register.ts'
import { tasks } from './tasks/register.ts'
import { villageConventions } from './village-conventions/register.ts'
import { villageMeetings } from './village-meetings/register.ts'
import { villages } from './villages/register.ts'
import { welfare } from './welfare/register.ts'

export const registers: readonly AnyRegister[] = [
  activities,
  bodies,
  citizenReceptions,
  classifications,
  commendations,
  conferences,
  consultations,
  contributions,
  dialogues,
  directives,
  disclosures,
  elections,
  inspections,
  mediations,
  petitions,
  programmes,
  publicMood,
  publicWorks,
  skilfulModels,
  supervisions,
  tasks,
  villageConventions,
  villageMeetings,
  villages,
  welfare,
]
