// The law as screens read it, made from the documents and the catalogue in memory. Pure.
import { bandsOn, inForce, type Holidays } from '@kheo/core/period/law-catalogue.ts'
import type { LawParameter } from '@kheo/core/period/law-parameters.ts'
import type { CatalogueView } from '../indicators/index.ts'
import type { LawDocument } from './queries.ts'
import type { LawList, LawRow, LawVersion, Subject } from './schema.ts'

/** By the first word of a code. */
const SUBJECT_OF: Readonly<Record<string, Subject>> = {
  complaint: 'petitions',
  denunciation: 'petitions',
  petition: 'petitions',
  reception: 'reception',
  dialogue: 'reception',
  decision: 'decisions',
  'village-head': 'decisions',
  convention: 'decisions',
  consultation: 'decisions',
  disclosure: 'disclosure',
  inspectorate: 'bodies',
  supervision: 'bodies',
  'investment-supervision': 'bodies',
  mediation: 'bodies',
  conference: 'conference',
  meeting: 'steering',
  task: 'steering',
  directive: 'steering',
  programme: 'steering',
  classification: 'assessment',
  'skilful-model': 'assessment',
  commendation: 'commendation',
  'base-salary': 'commendation',
  retention: 'data',
  privacy: 'data',
}

const versionOf = (parameter: LawParameter): LawVersion => ({
  title: parameter.title,
  value: parameter.value,
  validFrom: parameter.valid_from,
  validTo: parameter.valid_to ?? null,
  source: parameter.source,
  verified: parameter.verified,
  reason: parameter.reason ?? null,
})

function rowOf({ code, revision, body }: LawDocument, day: string): LawRow {
  const versions = (body as readonly LawParameter[]).toSorted((a, b) => (a.valid_from < b.valid_from ? 1 : -1))
  return {
    code,
    subject: SUBJECT_OF[code.split('.')[0] ?? ''] ?? 'other',
    unit: versions[0]?.unit ?? '',
    rev: revision,
    versions: versions.map(versionOf),
    inForce: inForce(versions, day)[0]?.valid_from ?? null,
  }
}

function holidaysOf(documents: readonly LawDocument[]): LawList['holidays'] {
  const found = documents.find(({ kind }) => kind === 'holidays')
  const days = (found?.body as Holidays | undefined)?.days ?? []
  return {
    rev: found?.revision ?? 0,
    days: days.map(({ day, kind, name, basis, note, source }) => ({
      day,
      kind,
      name,
      basis: basis ?? '',
      note: note ?? '',
      source: source ?? null,
    })),
  }
}

/** All versions of all parameters and all days off; disclosure and scoring sheets as in force on the day. */
export function lawListOf(documents: readonly LawDocument[], catalogue: CatalogueView, day: string): LawList {
  const forms = new Map(catalogue.disclosure.forms.map((form) => [form.code, form.title]))
  return {
    parameters: documents.filter(({ kind }) => kind === 'parameter').map((document) => rowOf(document, day)),
    holidays: holidaysOf(documents),
    disclosure: inForce(catalogue.disclosure.items, day)
      .toSorted((a, b) => a.number - b.number)
      .map(({ code, number, title, required, source, verified }) => ({
        code,
        number,
        title,
        required: required.map((each) => ({ ...each, title: forms.get(each.form) ?? each.form })),
        source,
        verified,
      })),
    sheets: inForce(catalogue.scoringSheets, day).map((sheet) => ({
      code: sheet.code,
      version: sheet.version,
      title: sheet.title,
      criteria: [...sheet.criteria],
      bands: bandsOn(sheet, catalogue.parameters, day),
      validFrom: sheet.valid_from,
      source: sheet.source,
      verified: sheet.verified,
    })),
  }
}
