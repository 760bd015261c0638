// The petition register, as the list of work reads it.
export { listPetitions } from './queries.ts'
export { toPetitionRow } from './routes.ts'
