// `kheo registers`: what registers there are, and the SQL that a new one's migration holds.
import { purge } from '@kheo/features/registers/retention.ts'
import { registers } from '@kheo/features/registers/list.ts'
import { describeRegister } from '@kheo/kit/register/explain.ts'
import { migrationOf } from '@kheo/kit/register/migration.ts'
import { type Options, type Outcome, UsageError, withWorld } from './session.ts'

/** Every register with its fields, steps, measures and privacy class. */
export async function listRegisters(): Promise<Outcome> {
  const all = registers.map(describeRegister)
  return {
    json: { registers: all },
    lines: all.map(
      (it) =>
        `${it.code.padEnd(22)} ${it.title} — ${it.fields.length} ô, ${it.steps.length} bước, ${it.privacy}${it.measures.length === 0 ? '' : `; đếm ${it.measures.map((each) => each.indicator).join(', ')}`}`,
    ),
  }
}

export async function registerSql(_: unknown, [name]: readonly string[]): Promise<Outcome> {
  const register = registers.find((it) => it.name === name)
  if (register === undefined) throw new UsageError(`TÊN SỔ (${registers.map((it) => it.name).join(', ')})`)
  const text = migrationOf(register)
  return { json: { name, sql: text }, lines: [text] }
}

/** Erases entries whose time of retention has run out; with --trial only says how many they are. */
export function purgeEntries(options: Options): Promise<Outcome> {
  const isTrial = options['trial'] === true
  return withWorld(options, async ({ world }) => {
    const purged = await purge(world, { isTrial })
    const some = purged.filter((each) => each.entries > 0)
    return {
      json: { isTrial, purged },
      lines:
        some.length === 0
          ? ['Không có dòng nào hết thời hạn lưu giữ.']
          : some.map(
              (each) =>
                `${each.register}: ${isTrial ? 'sẽ xóa' : 'đã xóa'} ${each.entries} dòng đã xong trước ngày ${each.before}.`,
            ),
    }
  })
}
