// Nothing about a person's religion, ethnicity, opinion or health can be entered, and no citizen is named: every field of every register, of every contract and of every table is read here.
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import { routesOf } from '@kheo/features/server.ts'
import { registers } from '@kheo/features/registers/list.ts'
import { revTable, stepTable } from '@kheo/kit/register/columns.ts'
import { type AnyRegister, stepFields, storedFields } from '@kheo/kit/register/declare.ts'
import type { Field, Fields, Words } from '@kheo/kit/register/fields.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestWorld, type TestWorld } from './harness/world.ts'

/** Words, without tones, that a field about a person would be named by. Where one stands for something else, it is written below. */
const VIETNAMESE =
  /\b(ho ten|ho va ten|ten nguoi|nguoi dan|cong dan|dia chi|so nha|cccd|cmnd|can cuoc|ho chieu|giay to tuy than|dien thoai|email|zalo|ngay sinh|nam sinh|gioi tinh|nu gioi|dan toc|ton giao|tin nguong|tin do|chuc sac|theo dao|quan diem|chinh kien|chinh tri|dang vien|suc khoe|benh|khuyet tat|gia dinh|hon nhan|nguoi to cao|nguoi gui|nguoi khieu nai|doi tuong|ca nhan|thu nhap)\b/
const ENGLISH =
  /^(name|full|surname|person|citizen|address|phone|email|birth|gender|sex|religion|faith|ethnic|ethnicity|nationality|opinion|politic|health|disability|illness|family|marital|passport|identity|income)/i

/** A field that a word above seems to name, and why it is no matter of a person. The code is `register.field`. */
const ALLOWED: Readonly<Record<string, string>> = {
  'bodies.name': 'a committee, team or board',
  'commendations.winner': 'whether a collective or a person is honoured',
  'commendations.name': 'the one name that is kept: who is honoured, as the law has decisions name and publish them',
  'directives.subject': 'the subject of a paper',
  'disclosures.item': 'items of the law',
  'disclosures.webAddress': 'an address on the web',
  'disclosures.documentOn': 'a day',
  'disclosures.receptionOn': 'a day',
  'disclosures.required': 'forms of disclosure',
  'disclosures.missing': 'forms of disclosure',
  'disclosures.startedLate': 'forms of disclosure',
  'disclosures.tooShort': 'forms of disclosure',
  'mediations.kind': 'the kind of a dispute',
  'mediations.grounds': 'on whose proposal a team began, by kind',
  'programmes.name': 'a programme',
  'public-mood.topic': 'the subject of a matter at a place',
  'public-mood.channel': 'by which way opinions came',
  'public-works.name': 'a work',
  'skilful-models.name': 'a model',
  'skilful-models.field': 'the field of a model',
  'skilful-models.exemplar': 'whether a model is of a collective or of a person',
  'skilful-models.isSpecialArea': 'the place, not the people',
  'skilful-models.area': 'a place, and how many households are served',
  'supervisions.supervisor': 'a kind of organisation',
  'villages.name': 'a village',
  'welfare.recipients': 'a group of recipients, never a list',
}

type Named = { readonly at: string; readonly kind: Field['kind']; readonly words: readonly Words[] }
const namedIn = (at: string, fields: Fields): Named[] =>
  Object.entries(fields).map(([name, field]: [string, Field]) => ({
    at: `${at}.${name}`,
    kind: field.kind,
    words: [field.label, ...('choices' in field ? Object.values(field.choices) : [])],
  }))
const allFields = registers.flatMap((it: AnyRegister) => [
  ...namedIn(it.name, storedFields(it)),
  ...Object.entries(it.steps).flatMap(([kind, step]) =>
    namedIn(`${it.name}.${kind}`, { ...step.fields, ...step.computed }),
  ),
])

/** A count names nobody. */
const suspicious = ({ at, words, kind }: Named): boolean => {
  if (kind === 'number') return false
  const name = at.split('.').at(-1) ?? ''
  return ENGLISH.test(name) || words.some(([vi]) => VIETNAMESE.test(foldVietnamese(vi)))
}

/** Every property of a contract, however deep. */
function propertiesOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const it = schema as {
    properties?: Record<string, unknown>
    items?: unknown
    anyOf?: unknown[]
    allOf?: unknown[]
    additionalProperties?: unknown
  }
  return [
    ...Object.entries(it.properties ?? {}).flatMap(([name, each]) => [name, ...propertiesOf(each)]),
    ...propertiesOf(it.items),
    ...propertiesOf(it.additionalProperties),
    ...[...(it.anyOf ?? []), ...(it.allOf ?? [])].flatMap(propertiesOf),
  ]
}

/** Names of contracts that mean an account, a unit, a paper or a sheet, never a citizen. */
const CONTRACT_NAMES = new Set(['name', 'nameVi', 'nameEn', 'names', 'fullCode', 'family'])
/** Columns that mean a unit, an account of an office, a file or a register's own thing. */
const COLUMN_NAMES: Readonly<Record<string, string>> = {
  'attachment.name': 'a file',
  'award_round.family': 'whose rules of format a paper follows',
  'certificate_layout.name': 'a blank',
  'conference_guest.name':
    'an official in their public function, as on the invitation; empty where the post alone is invited',
  'conference_plan.family': 'whose rules of format a paper follows',
  'document.family': 'whose rules of format a paper follows',
  'document_file.name': 'a file',
  'migration.name': 'a migration',
  'reading.name': 'a file',
  'saved_view.name': 'a set of filters',
  'unit_version.name': 'a unit',
}
/** Their columns are their fields, which are read above. */
const REGISTER_TABLES = new Set(registers.flatMap((it) => [it.table, revTable(it), stepTable(it)]))

describe('what can be entered', () => {
  let test: TestWorld
  beforeAll(async () => void (test = await openTestWorld()))
  afterAll(() => test.close())

  it('into any register is no matter of a person, field by field', () => {
    process.stdout.write(`${allFields.map((each) => each.at).join('\n')}\n`)
    expect(allFields.length).toBeGreaterThan(150)
    const found = allFields.filter(suspicious).map((each) => each.at)
    expect(found.filter((at) => ALLOWED[at] === undefined)).toEqual([])
    expect(
      Object.keys(ALLOWED).filter((at) => !found.includes(at)),
      'reasons for fields that are no more',
    ).toEqual([])
  })

  it('by a step’s own column is the same as by its field', () => {
    for (const register of registers)
      expect(
        Object.keys(stepFields(register)).every((name) => allFields.some((each) => each.at.endsWith(`.${name}`))),
      ).toBe(true)
  })

  it('by any call has no property about a person', () => {
    const found = routesOf(test.world, test.accounts).flatMap(({ endpoint }) =>
      [endpoint.query, endpoint.body].flatMap((shape) =>
        propertiesOf(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }))
          .filter((name) => ENGLISH.test(name) && !CONTRACT_NAMES.has(name))
          .map((name) => `${endpoint.path} ${name}`),
      ),
    )
    expect(found).toEqual([])
  })

  it('lies in no column about a person, in any table', async () => {
    const { rows } = await sql<{
      at: string
    }>`select c.relname || '.' || a.attname as at from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`.execute(test.world.database.owner)
    expect(rows.length).toBeGreaterThan(500)
    const found = rows
      .map((row) => row.at)
      .filter((at) => ENGLISH.test(at.split('.')[1] ?? '') && !REGISTER_TABLES.has(at.split('.')[0] ?? ''))
    expect(found.filter((at) => COLUMN_NAMES[at] === undefined)).toEqual([])
  })
})
