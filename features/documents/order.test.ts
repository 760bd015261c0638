// Papers when things go badly: days out of order, two hands on one draft, files that cannot be drawn, text that cannot be kept.
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inScope } from '@kheo/db/transaction.ts'
import { addressOf } from '@kheo/kit/client.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type Client, type TestWorld } from '../../checks/harness/world.ts'
import { act, allowAct, getPath } from '../people/allow.ts'
import { draftPaper, type PaperSource, type WrittenPaper } from './index.ts'
import { insertStep, lockDocument } from './queries.ts'
import { documentFiles, documents } from './schema.ts'

const WARD = 'X13324@2025'
const TODAY = '2026-06-15'
const notice: WrittenPaper = { family: 'party', kind: 'thong-bao', summary: 'lịch tiếp công dân', blocks: [] }

describe('papers of an office', () => {
  let test: TestWorld
  let officer: Client
  let send: (path: string, init?: RequestInit) => Promise<Response>
  beforeAll(async () => {
    test = await openTestWorld(TODAY)
    await test.post('can-bo', WARD, 'compiler')
    officer = await test.as('can-bo')
    send = await test.fetchAs('can-bo')
  })
  afterAll(() => test.close())

  const begin = async (kind: string, family: 'party' | 'state' = 'party', summary = 'triển khai công tác dân vận') =>
    (await officer(documents.draft, { query: {}, body: { commandId: newId(), unit: WARD, family, kind, summary } })).id
  const issue = (id: string, on: string, number: number | null = null) =>
    officer(documents.issue, {
      query: {},
      body: { commandId: newId(), unit: WARD, id, baseRev: 1, on, number },
    })
  const drafted = async (paper: WrittenPaper, source: PaperSource) => {
    const actor = await test.actor('can-bo')
    const position = allowAct(test.world, actor, WARD, ['compiler'])
    return act(test.world, actor, {
      id: newId(),
      action: 'test.draft',
      unit: WARD,
      position,
      run: (tx) => draftPaper(tx, test.world, { unit: WARD, position, accountId: actor.accountId }, paper, source),
      audit: (answer) => answer,
    })
  }

  it('take their numbers in the order of their days; a number of the paper book stands as it was given', async () => {
    await issue(await begin('ke-hoach'), '2026-06-12')
    const late = await begin('ke-hoach')
    await expect(issue(late, '2026-06-11')).rejects.toMatchObject({
      code: 'document.day_before_last',
      message: expect.stringMatching(/Số 1 đã ghi ngày 12\/0?6\/2026/),
    })
    expect((await issue(late, '2026-06-11', 7)).number).toBe('07-KH/ĐU')
    // A higher number with an earlier day is the paper book's; the next one goes by the lower numbers.
    expect((await issue(await begin('ke-hoach'), '2026-06-12')).number).toBe('02-KH/ĐU')
    await expect(issue(await begin('ke-hoach'), '2026-06-10')).rejects.toMatchObject({
      code: 'document.day_before_last',
    })
    expect((await issue(await begin('ke-hoach'), '2025-12-31')).number).toBe('01-KH/ĐU')
    // Papers of another office and of another series have their own order.
    expect((await issue(await begin('ke-hoach', 'state'), '2026-06-01')).number).toBe('01/KH-UBND')
    expect((await issue(await begin('thong-bao'), '2026-06-01')).number).toBe('01-TB/ĐU')
  })

  it('are found by number and symbol, with or without tones', async () => {
    for (const q of ['07-KH/ĐU', '07-kh/du']) {
      const { rows } = await officer(documents.list, { query: { unit: WARD, q }, body: {} })
      expect(rows.map((row) => row.number)).toEqual(['07-KH/ĐU'])
    }
  })

  it('are not drafted anew over a paper that is being issued', async () => {
    const source = { room: 'tests', id: newId(), role: 'thong-bao' }
    const { id } = await drafted(notice, source)
    let again: Promise<unknown> = Promise.resolve()
    const path = getPath(test.world, WARD)
    await inScope(test.world.database.app, path, async (tx) => {
      await lockDocument(tx, WARD, id)
      again = drafted({ ...notice, summary: 'lời khác' }, source).then(
        () => 'replaced',
        (error: { problem?: { code: string } }) => error.problem?.code,
      )
      await new Promise((done) => setTimeout(done, 300))
      const by = { at: test.world.now(), by: 'x', title: 'Cán bộ tổng hợp' }
      await insertStep(tx, { unitId: WARD, id, path, kind: 'issued', ...by, body: { number: '9-TB/ĐU', date: TODAY } })
    })
    expect(await again).toBe('document.issued_already')
  })

  it('are issued also when their files cannot be drawn now, and are drawn when somebody asks', async () => {
    const id = await begin('cong-van')
    const folder = join(test.dataFolder, 'files')
    const aside = `${folder}-aside`
    if (existsSync(folder)) renameSync(folder, aside)
    writeFileSync(folder, '')
    const { number, code } = await issue(id, TODAY)
    expect(number).toMatch(/^01-CV\/ĐU$/)
    const checked = await test.app.request(`/kiem-tra/${code}`)
    expect([checked.status, (await checked.text()).includes(number)]).toEqual([200, true])
    rmSync(folder)
    if (existsSync(aside)) renameSync(aside, folder)
    expect((await send(addressOf(documentFiles.file, { unit: WARD, id, format: 'pdf' }))).status).toBe(200)
  })

  it('keep no sign that a paper cannot hold, and no number of a person in any of their parts', async () => {
    const id = await begin('ke-hoach', 'party', 'kế\u0000 hoạch\u000Bmới')
    const save = (more: object) =>
      officer(documents.save, {
        query: {},
        body: {
          commandId: newId(),
          unit: WARD,
          id,
          baseRev: 1,
          summary: 'kế hoạch',
          sentTo: [],
          legalBases: [],
          recipients: [],
          decidedBy: '',
          signerPost: '',
          signer: '',
          blocks: [{ kind: 'paragraph' as const, text: 'dòng một\u000Bdòng hai\u0000' }],
          ...more,
        },
      })
    for (const part of [{ legalBases: ['Căn cứ số 0912 345 678'] }, { signer: '0912345678' }])
      await expect(save(part)).rejects.toMatchObject({ code: 'entry.personal_data' })
    await save({})
    const { sheet } = await officer(documents.view, { query: { unit: WARD, id }, body: {} })
    expect(sheet?.blocks.map((block) => block.source)).toEqual(['dòng một dòng hai'])
  })
})
