// How petitions are counted into indicators (Thông tư 01/2024/TT-TTCP, tables 01/XLD and 01/KQGQ; domain §5).
//
// X1  Handling ends with `classified`; a petition not classified by a day is carried over that day.
// X1a What is not within competence is handled in one way, the first: urging after a transfer is no second handling.
// X2  Resolution concerns what is within competence; it ends with `decided`, `withdrawn` or `answered`.
import { countingRegister, type Took } from '../counting.ts'

const received = 'm.happened_on between w.s and w.e'
const ENDS = ['decided', 'withdrawn', 'answered'] as const

const classified = (took: Took, more = ''): string => took('classified', 'within', more)
const admissible = (took: Took, more = ''): string =>
  classified(took, `t.admissible${more === '' ? '' : ` and ${more}`}`)
const kindOf = (kind: string): string => `m.kind = '${kind}'`

/** Within competence, known by the end of the window, and not resolved before it began. */
const toResolve =
  (kind: string) =>
  (took: Took): string =>
    `${kindOf(kind)} and ${took('classified', 'by the end', 't.competent')} and not ${took(ENDS, 'before the start')}`
const resolved =
  (kind: string, ends: readonly string[] = ENDS) =>
  (took: Took): string =>
    `${kindOf(kind)} and ${took(ends, 'within')}`

/** Resolved no later than the last deadline set before the resolution. */
const IN_TIME = `t.happened_on <= coalesce((select d.due_on from petition_step d where d.unit_id = m.unit_id and d.petition_id = m.id and d.due_on is not null and d.kind in ('accepted', 'extended') order by d.seq desc limit 1), t.happened_on)`

export const petitionCounts = countingRegister({
  code: 'so_don_thu',
  titleVi: 'Sổ theo dõi đơn',
  table: 'petition',
  stepTable: 'petition_step',
  stepKey: 'petition_id',
  title: `case m.kind when 'complaint' then 'Đơn khiếu nại' when 'denunciation' then 'Đơn tố cáo' else 'Đơn kiến nghị, phản ánh' end || case when m.arrival_no = '' then '' else ' số ' || m.arrival_no end`,
  place: 'm.village',
  counts: {
    XD01: (took) => `${received} or (m.happened_on < w.s and not ${took('classified', 'before the start')})`,
    XD02: (took) => `m.happened_on < w.s and not ${took('classified', 'before the start')}`,
    XD03: () => received,
    XD04: (took) => classified(took),
    XD05: (took) => `not ${took('classified', 'by the end')}`,
    XD06: (took) => admissible(took),
    XD07: (took) => `${kindOf('complaint')} and ${admissible(took)}`,
    XD08: (took) => `${kindOf('denunciation')} and ${admissible(took)}`,
    XD09: (took) => `${kindOf('proposal')} and ${admissible(took)}`,
    XD10: (took) => admissible(took, 't.competent'),
    XD11: (took) => admissible(took, 'not t.competent'),
    XD12: (took) => `${admissible(took, 'not t.competent')} and ${took('guided', 'by the end')}`,
    XD13: (took) => `${admissible(took, 'not t.competent')} and ${took('transferred', 'by the end')}`,
    XD14: (took) =>
      `${admissible(took, 'not t.competent')} and ${took('urged', 'by the end')} and not ${took(['guided', 'transferred'], 'by the end')}`,
    GQ01: toResolve('proposal'),
    GQ02: resolved('proposal'),
    GQ03: (took) =>
      `${kindOf('proposal')} and ${took('classified', 'by the end', 't.competent')} and not ${took(ENDS, 'by the end')}`,
    GQ05: toResolve('complaint'),
    GQ06: resolved('complaint', ['decided', 'withdrawn']),
    GQ07: resolved('complaint', ['decided']),
    GQ08: resolved('complaint', ['withdrawn']),
    GQ09: (took) => `m.kind <> 'proposal' and ${took(['decided', 'withdrawn'], 'within', IN_TIME)}`,
    GQ10: toResolve('denunciation'),
    GQ11: resolved('denunciation', ['decided', 'withdrawn']),
  },
})
