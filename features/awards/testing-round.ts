// A whole round of commendation, done through the product's own endpoints: nominated, considered, decided, numbered. For tests.
import { v7 as newId } from 'uuid'
import type { Client } from '../../checks/harness/world.ts'
import { layouts } from './layout-schema.ts'
import { awards } from './schema.ts'

export const words = {
  title: 'Tổng kết công tác dân vận năm 2026',
  subject: 'dan-van',
  year: 2026,
  family: 'state',
  proposer: '',
  proposedTo: '',
  fund: '',
  proposal: '10/TTr-VHXH ngày 10/7/2026',
  proposedOn: null,
  councilChair: '',
  councilSecretary: '',
  occasion: '',
  conferenceId: null,
} as const

/** July 2026: nominated on the 6th, considered on the 13th, decided on the 15th. A warning on the way is gone past with a reason. */
export async function honour(
  officer: Client,
  unit: string,
  winners: number,
): Promise<{ readonly round: string; readonly ids: readonly string[] }> {
  const send = (name: keyof typeof awards, body: object) =>
    officer(awards[name] as never, { query: {}, body: { commandId: newId(), unit, ...body } } as never) as Promise<{
      id: string
      ids: string[]
    }>
  const { id: round } = await send('open', { words })
  const entries = Array.from({ length: winners }, (_, at) => ({
    happenedOn: '2026-07-06',
    values: {
      winner: 'individual',
      name: `Cán bộ tổng hợp thôn ${at + 1}`,
      post: 'Chi hội trưởng',
      body: `Thôn ${at + 1}`,
      form: 'certificate-of-merit',
      level: 'commune',
      ground: 'campaign',
      subject: 'dan-van',
    },
  }))
  const { ids } = await send('nominate', { round, entries })
  await send('review', { round, entries: ids, on: '2026-07-08', post: 'Phó Chủ tịch phường' })
  const votes = ids.map((entry) => ({ entry, votesFor: 9 }))
  await send('consider', { round, happenedOn: '2026-07-13', members: 9, present: 9, votes })
  const { findings } = await officer(awards.round, { query: { unit, round }, body: {} })
  for (const { rule, about, says } of findings)
    await send('pass', { round, rule, about, sentence: says[0], reason: 'Hồ sơ giấy đã đủ' })
  await send('decide', { round, entries: ids, decision: '45/QĐ-UBND ngày 15/7/2026', happenedOn: '2026-07-15' })
  await send('number', { round, entries: ids })
  return { round, ids }
}

/** Keeps a shipped blank as measured by the office, unchanged. */
export async function measureBlank(officer: Client, unit: string): Promise<void> {
  const { rows } = await officer(layouts.list, { query: { unit }, body: {} })
  const [row] = rows
  if (row === undefined) throw new Error('no blank is shipped')
  const { code, version, title, offset, fields } = row
  await officer(layouts.save, {
    query: {},
    body: { commandId: newId(), unit, code, baseVersion: version, title, offset, fields },
  })
}
