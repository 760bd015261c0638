// Examines an installation: what must hold, and whether it does.
import { checkInvariants } from '@kheo/core/org/invariants.ts'
import { recountAll } from '@kheo/features/figures/index.ts'
import type { Booted } from '@kheo/server/boot.ts'
import { sql } from 'kysely'

export type Finding = { readonly what: string; readonly ok: boolean; readonly says: string }

async function server({ database }: Booted): Promise<Finding> {
  const { rows } = await sql<{
    version: string
    fsync: string
  }>`select current_setting('server_version') as version, current_setting('fsync') as fsync`.execute(database.owner)
  const major = Number.parseInt(rows[0]?.version ?? '0', 10)
  return {
    what: 'PostgreSQL',
    ok: major >= 15 && rows[0]?.fsync === 'on',
    says: `bản ${rows[0]?.version}, fsync ${rows[0]?.fsync}`,
  }
}

/** Every table with a path has row rights, and a connection without a scope sees none of its rows. */
async function rowRights({ database }: Booted): Promise<Finding> {
  const { rows } = await sql<{
    name: string
    on: boolean
  }>`select c.relname as name, c.relrowsecurity as "on" from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'path'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'unit' order by 1`.execute(
    database.owner,
  )
  const open = rows.filter((row) => !row.on).map((row) => row.name)
  const leaks: string[] = []
  for (const { name } of rows.filter((row) => row.on)) {
    const seen = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(database.app)
    if ((seen.rows[0]?.n ?? 0) > 0) leaks.push(name)
  }
  return {
    what: 'Quyền theo dòng',
    ok: open.length === 0 && leaks.length === 0,
    says:
      open.length + leaks.length === 0
        ? `${rows.length} bảng, không phạm vi thì không thấy dòng nào`
        : `hở: ${[...open, ...leaks].join(', ')}`,
  }
}

async function auditChains({ database }: Booted): Promise<Finding> {
  const { rows } = await sql<{ broken: number; all: number }>`
    with linked as (select unit_id, seq, hash, sha256(coalesce(lag(hash) over (partition by unit_id order by seq), ''::bytea) || convert_to(doc, 'UTF8')) as made, lag(seq) over (partition by unit_id order by seq) as before from audit)
    select count(*) filter (where hash <> made or seq <> coalesce(before, 0) + 1) as broken, count(*) as "all" from linked`.execute(
    database.owner,
  )
  const { broken = 0, all = 0 } = rows[0] ?? {}
  return {
    what: 'Chuỗi nhật ký',
    ok: broken === 0,
    says: broken === 0 ? `${all} dòng, nối liền` : `${broken} dòng trong ${all} không khớp`,
  }
}

async function totals({ world }: Booted): Promise<Finding> {
  const found = await recountAll(world)
  return {
    what: 'Tổng đang giữ',
    ok: found.different === 0,
    says: `${found.totals} tổng, ${found.different} tổng khác khi cộng lại`,
  }
}

function units({ world }: Booted): Finding {
  const violations = checkInvariants(world.org().index.records)
  const { exceptions, units: all } = world.org().index.records
  return {
    what: 'Đơn vị',
    ok: violations.length === 0,
    says: `${all.length} đơn vị, ${violations.length} vi phạm, ${exceptions.length} ngoại lệ đã biết`,
  }
}

export const examine = async (booted: Booted): Promise<Finding[]> => [
  await server(booted),
  await rowRights(booted),
  await auditChains(booted),
  await totals(booted),
  units(booted),
]
