// What a form is filled with: a unit's report of a period, or its book between two days, as the reader may see them.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import { formatCount, formatNumber } from '@kheo/core/text/number-style.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { type AnyRegister, storedFields } from '@kheo/kit/register/declare.ts'
import type { Field, Value } from '@kheo/kit/register/fields.ts'
import { listEntries } from '@kheo/kit/register/store.ts'
import { listEntryNumbers } from '@kheo/kit/register/store-sheet.ts'
import { writeTyped } from '@kheo/kit/register/typed.ts'
import type { MergeData } from '@kheo/writer/merge/merge-docx.ts'
import type { World } from '../context.ts'
import { getPath, look, today } from '../people/allow.ts'
import { nameOfOne } from '../registers/unit-names.ts'
import { toRow } from '../registers/view.ts'
import { writtenFigure } from '../reports/index.ts'
import type { Cell } from '../reports/schema.ts'
import { viewReport } from '../reports/view.ts'
import { fieldMarks } from './marks.ts'
import type { TemplateProblem } from './problems.ts'

const MOST_ROWS = 2000

function refuse(problem: TemplateProblem): never {
  throw new Refusal(problem)
}

const day = (text: string): string => viDate(calendarDate(text))

function unitData(world: World, unit: string): MergeData {
  const on = today(world)
  const { index, titleOf } = { index: world.org().index, titleOf: world.org().titleOf }
  const parent = index.versionAt(unit as never, on)?.parentId ?? null
  const [name, above] = [titleOf(unit, on), parent === null ? '' : titleOf(parent, on)]
  return {
    don_vi: name,
    DON_VI: name.toLocaleUpperCase('vi'),
    cap_tren: above,
    CAP_TREN: above.toLocaleUpperCase('vi'),
    hom_nay: day(on),
  }
}

const shown = (world: World, cell: Cell, value: number | null): string =>
  value === null ? '' : writtenFigure(world.catalogue().catalogue.byCode.get(cell.code), value)

/** A unit's report of a period. Cells not reported are empty. @throws Refusal */
export async function reportData(
  world: World,
  actor: Actor,
  which: { readonly unit: string; readonly type: string; readonly period: string },
): Promise<MergeData> {
  const view = await viewReport(world, actor, which)
  const { byCode } = world.catalogue().catalogue
  const cells = view.sections.flatMap((section) => section.cells)
  const codes = Object.fromEntries(
    cells.flatMap((cell) => [
      [cell.code, shown(world, cell, cell.total)],
      [`${cell.code}_cung_ky`, shown(world, cell, cell.lastYear)],
    ]),
  )
  return {
    ...unitData(world, which.unit),
    ...codes,
    bao_cao: view.typeTitle,
    ky: view.period.title,
    tu_ngay: day(view.period.startOn),
    den_ngay: day(view.period.endOn),
    da_bao_cao: `${formatCount(view.reported[0])}/${formatCount(view.reported[1])}`,
    muc: view.narrative.map((section) => ({
      tieu_de: section.heading,
      noi_dung: section.paragraphs.map((runs) => runs.map((run) => run.text).join('')).join('\n'),
    })),
    chi_tieu: cells
      .filter((cell) => cell.total !== null)
      .map((cell) => ({
        ma: cell.code,
        ten: byCode.get(cell.code)?.nameVi ?? cell.code,
        don_vi_tinh: byCode.get(cell.code)?.unit ?? '',
        gia_tri: shown(world, cell, cell.total),
        cung_ky: shown(world, cell, cell.lastYear),
      })),
  }
}

type Named = (field: Field, value: Value) => string

async function namerOf(
  tx: Db,
  world: World,
  register: AnyRegister,
  rows: readonly { readonly values: Readonly<Record<string, Value>> }[],
): Promise<Named> {
  const numbers = new Map<string, ReadonlyMap<string, number>>()
  for (const [name, field] of Object.entries(storedFields(register))) {
    const target = field.kind === 'link' ? world.books.find((each) => each.code === field.to) : undefined
    if (target === undefined) continue
    const ids = rows.flatMap(({ values }) => (typeof values[name] === 'string' ? [values[name]] : []))
    numbers.set(
      target.code,
      new Map([...(numbers.get(target.code) ?? []), ...(await listEntryNumbers(tx, target, ids))]),
    )
  }
  const [org, on] = [world.org(), today(world)]
  return (field, value) => {
    const written = writeTyped(field, value, 'vi', {
      unitName: (id) => nameOfOne(org, on, id),
      entryNo: (code, id) => numbers.get(code)?.get(id),
    })
    return typeof written === 'number' ? formatNumber(written) : written
  }
}

/** A unit's own book between two days, both included, in the order of the days. @throws Refusal */
export function registerData(
  world: World,
  actor: Actor,
  register: AnyRegister,
  span: { readonly unit: string; readonly from: string; readonly to: string },
): Promise<MergeData> {
  const marks = fieldMarks(register)
  return look(world, actor, span.unit, async (tx, looker) => {
    const entries = await listEntries(tx, register, {
      path: getPath(world, span.unit),
      unit: span.unit,
      from: span.from,
      to: span.to,
      sort: 'happenedOn',
      order: 'asc',
      limit: MOST_ROWS + 1,
      offset: 0,
    })
    if (entries.length > MOST_ROWS) refuse({ code: 'template.too_many_rows', most: MOST_ROWS })
    const rows = entries.map((entry) => toRow(world, register, looker, entry)).filter((row) => !row.isVoided)
    const written = await namerOf(tx, world, register, rows)
    const fields = Object.entries(storedFields(register))
    return {
      ...unitData(world, span.unit),
      so: register.title[0],
      tu_ngay: day(span.from),
      den_ngay: day(span.to),
      so_dong: formatCount(rows.length),
      dong: rows.map((row, at) => ({
        stt: String(at + 1),
        so: String(row.entryNo),
        ngay: day(row.happenedOn),
        ten_goi: row.name,
        trang_thai: register.states[row.state]?.label[0] ?? row.state,
        ...Object.fromEntries(
          fields.map(([name, field]) => [marks.get(name)?.name ?? name, written(field, row.values[name] ?? null)]),
        ),
      })),
    }
  })
}
