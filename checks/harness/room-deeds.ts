// One deed of every kind in the rooms of papers, at one unit: so that each of their tables holds a row.
import { awards } from '@kheo/features/awards/schema.ts'
import { layouts } from '@kheo/features/awards/layout-schema.ts'
import { conferenceRoom } from '@kheo/features/conferences/schema.ts'
import { documentFiles, documents } from '@kheo/features/documents/schema.ts'
import { news } from '@kheo/features/news/schema.ts'
import { readingDoors, readings } from '@kheo/features/readings/schema.ts'
import { readNext } from '@kheo/features/readings/worker.ts'
import { templateDoors } from '@kheo/features/templates/schema.ts'
import { addressOf } from '@kheo/kit/client.ts'
import type { AnyFileEndpoint } from '@kheo/kit/endpoint.ts'
import { strToU8, zipSync } from 'fflate'
import { v7 as newId } from 'uuid'
import type { Client, TestWorld } from './world.ts'

export type At = { readonly test: TestWorld; readonly unit: string; readonly officer: Client }

/** Commands by name of the contract, without the types of each answer. */
const sender =
  ({ officer, unit }: At) =>
  async (endpoint: Parameters<Client>[0], body: object): Promise<{ id: string; ids: string[] }> =>
    (await officer(endpoint, { query: {}, body: { commandId: newId(), unit, ...body } } as never)) as never

/** Sends a file through its door and gives back the answer. */
export async function upload(
  test: TestWorld,
  who: string,
  door: AnyFileEndpoint,
  query: Readonly<Record<string, string>>,
  bytes: Uint8Array,
): Promise<{ id: string }> {
  const send = await test.fetchAs(who)
  const answer = await send(addressOf(door, query), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes as never,
  })
  if (!answer.ok) throw new Error(`${door.path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as { id: string }
}

export async function publishOne({ test, unit }: At, name: string): Promise<void> {
  await test.post(name, unit, 'editor')
  const editor = await test.as(name)
  const text = { day: '2026-07-10', title: 'Tin của đơn vị', lead: 'Mở đầu.', paragraphs: ['Nội dung.'], captions: [] }
  const body = { commandId: newId(), unit, id: null, baseRev: 0, conference: null, text }
  const { id } = await editor(news.save, { query: {}, body })
  await editor(news.publish, { query: {}, body: { commandId: newId(), unit, id, baseRev: 1 } })
}

/** A paper drafted, issued and signed. */
export async function issueOne(at: At, who: string): Promise<void> {
  const send = sender(at)
  const { id } = await send(documents.draft, { family: 'state', kind: 'thong-bao', summary: 'Lịch tiếp công dân' })
  await send(documents.issue, { id, baseRev: 1, on: '2026-07-10', number: null })
  const pdf = strToU8('%PDF-1.7\n%%EOF\n')
  const query = { unit: at.unit, id, name: 'ban-ky.pdf', commandId: newId() }
  await upload(at.test, who, documentFiles.attach, query, pdf)
}

export async function planConference(at: At, conference: string): Promise<void> {
  const send = sender(at)
  const { plan } = await at.officer(conferenceRoom.propose, { query: { unit: at.unit, conference }, body: {} })
  const speech = {
    topic: 'Việc chung',
    body: 'Hội Phụ nữ',
    post: '',
    dueOn: '2026-07-01',
    receivedOn: null,
    minutes: 5,
    isSpoken: true,
    order: 1,
  }
  await send(conferenceRoom.save, {
    conference,
    baseRev: 0,
    plan: { ...plan, points: ['Thôn Một'], speeches: [speech] },
  })
  await send(conferenceRoom.pasteGuests, { conference, lines: 'Chủ tịch; Hội Nông dân' })
  await send(conferenceRoom.saveMinutes, {
    conference,
    baseRev: 0,
    minutes: {
      endedAt: '11:00',
      votes: null,
      remarks: [{ post: 'Chủ tịch', body: '', words: 'Nhất trí' }],
      conclusions: [{ content: 'Việc thứ nhất', lead: 'Văn phòng', helpers: '', dueOn: null, product: '' }],
    },
  })
}

const WORDS = {
  title: 'Khen thưởng sáu tháng đầu năm',
  subject: 'dan-van',
  year: 2026,
  family: 'state',
  proposer: 'Phòng Văn hóa - Xã hội',
  proposedTo: '',
  fund: '',
  proposal: '',
  proposedOn: '2026-07-10',
  councilChair: 'Chủ tịch Hội đồng',
  councilSecretary: 'Thư ký Hội đồng',
  occasion: '',
  conferenceId: null,
}

/** A round with two leaders, one of whom is passed over a warning; decided, and their certificates numbered. */
export async function awardOne(at: At): Promise<void> {
  const send = sender(at)
  const { id: round } = await send(awards.open, { words: WORDS })
  const person = (post: string) => ({
    happenedOn: '2026-07-06',
    values: {
      winner: 'individual',
      name: post,
      post,
      isLeader: true,
      body: 'Thôn Một',
      form: 'certificate-of-merit',
      level: 'commune',
      ground: 'campaign',
      subject: 'dan-van',
      achievement: 'Vận động nhân dân làm đường',
    },
  })
  const { ids } = await send(awards.nominate, { round, entries: [person('Trưởng thôn'), person('Bí thư chi bộ')] })
  await send(awards.review, { round, entries: ids, on: '2026-07-08', post: 'Phó Chủ tịch phường' })
  const { findings } = await at.officer(awards.round, { query: { unit: at.unit, round }, body: {} })
  for (const { rule, about, says } of findings.filter((finding) => finding.effect === 'warn'))
    await send(awards.pass, { round, rule, about, sentence: says[0], reason: 'Đã xem xét' })
  await send(awards.consider, {
    round,
    happenedOn: '2026-07-10',
    members: 9,
    present: 9,
    minutes: '',
    votes: ids.map((entry) => ({ entry, votesFor: 9 })),
  })
  await send(awards.decide, {
    round,
    entries: ids,
    happenedOn: '2026-07-13',
    decision: 'Quyết định số 12/QĐ-UBND ngày 13/7/2026',
  })
  await send(awards.number, { round, entries: ids })
  const { rows } = await at.officer(layouts.list, { query: { unit: at.unit }, body: {} })
  const [blank] = rows
  if (blank === undefined) throw new Error('no blank is shipped')
  await send(layouts.save, {
    code: blank.code,
    baseVersion: 0,
    title: blank.title,
    offset: { x: 1, y: 0 },
    fields: blank.fields,
  })
}

/** A form of the unit, added by an administrator of its own. */
export async function addForm({ test, unit }: At, name: string): Promise<void> {
  await test.post(name, unit, 'administrator')
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    'word/document.xml':
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{don_vi}</w:t></w:r></w:p></w:body></w:document>',
  }
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])))
  const query = { commandId: newId(), unit, title: 'Mẫu của đơn vị', source: 'register:so_mo_hinh' }
  await upload(test, name, templateDoors.add, query, bytes)
}

/** A report read, its first figure saved as a figure of the unit, and another that waits to be read. */
export async function readOne(at: At, who: string): Promise<void> {
  const { test, unit, officer } = at
  const send = sender(at)
  const add = (words: string): Promise<{ id: string }> => {
    const query = { unit, name: 'bao-cao.txt', batch: newId(), commandId: newId() }
    return upload(test, who, readingDoors.add, query, strToU8(words))
  }
  const { id } = await add(`Trong kỳ đã tổng hợp 12 ý kiến của Nhân dân tại ${unit}.`)
  while (await readNext(test.world));
  await send(readings.place, { id, baseRev: 2, placedUnit: unit, period: '2026-M06' })
  const { figureMarks } = await officer(readings.view, { query: { unit, id }, body: {} })
  const decisions = [{ key: `${figureMarks[0]?.key}:value`, verdict: 'corrected', indicator: 'HN01' }]
  await send(readings.decide, { id, baseRev: 3, decisions })
  await send(readings.save, { id, baseRev: 4 })
  await add(`Trong kỳ đã tổ chức 3 buổi họp tại ${unit}.`)
}
