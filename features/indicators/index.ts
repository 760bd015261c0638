// The catalogue's room, as other rooms see it.
export { mergeWide, openCatalogue, toValues, type CatalogueView, type Issuer, type Wide } from './view.ts'
