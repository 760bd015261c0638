// The catalogue's room, as other rooms see it.
export { hintsOn } from './hints.ts'
export { mergeWide, openCatalogue, toValues, type CatalogueView, type Issuer, type Wide } from './view.ts'
