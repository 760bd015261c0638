// The documents' room, as other rooms see it.
export { composePaper, fitOrRefuse, profileFor, spelled, type Composed } from './compose.ts'
export { draftPaper, papersOf, type PaperHeld } from './drafting.ts'
export { drawPaper, issuedBytes, type DrawnFormat } from './drawing.ts'
export { issuerAt, type FilledIssuer } from './issuer.ts'
export { cancelIssuedOf, registerIssued } from './issuing.ts'
export type { Family, PaperSource, WrittenPaper } from './paper.ts'
