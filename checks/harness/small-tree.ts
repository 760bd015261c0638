// A small tree of two provinces beside the shipped units, and the reorganisation of 1/5/2026 that makes one of them. Files and model, written out by hand.

export const REORGANISED_ON = '2026-05-01'

const UNITS_HEAD =
  'unit_id,code,name,kind,level,parent_unit_id,parent_code,valid_from,valid_to,n_predecessors,predecessors,source'
const LINEAGE_HEAD = 'date,event,from_unit,to_unit,from_name,to_name,extent,area_share,pop_share,confidence,source'
const CENTRE = 'VN,,Việt Nam,trung ương,centre,,,2017-01-01,,0,,thử'

const BEFORE: Readonly<Record<string, readonly [level: string, kind: string, parent: string]>> = {
  TPA: ['province', 'tỉnh', 'VN'],
  TPB: ['province', 'tỉnh', 'VN'],
  TDA: ['district', 'huyện', 'TPA'],
  TDB: ['district', 'huyện', 'TPB'],
  TA1: ['commune', 'xã', 'TDA'],
  TA2: ['commune', 'xã', 'TDA'],
  TA3: ['commune', 'xã', 'TDA'],
  TB1: ['commune', 'xã', 'TDB'],
  TB2: ['commune', 'xã', 'TDB'],
}
const AFTER: Readonly<Record<string, readonly [level: string, kind: string, parent: string]>> = {
  TPN: ['province', 'tỉnh', 'VN'],
  TN1: ['commune', 'phường', 'TPN'],
  TN2: ['commune', 'xã', 'TPN'],
}
/** Communes that go on under the new province. */
const STAYS = ['TA3', 'TB2'] as const
/** Where each ended unit goes, and how much of it. */
const PASSAGES = [
  ['merge', 'TPA', 'TPN', 'whole'],
  ['merge', 'TPB', 'TPN', 'whole'],
  ['abolish-level', 'TDA', 'TPN', 'whole'],
  ['abolish-level', 'TDB', 'TPN', 'whole'],
  ['merge', 'TA1', 'TN1', 'whole'],
  ['merge', 'TA2', 'TN1', 'whole'],
  ['part-merge', 'TB1', 'TN1', 'part'],
  ['part-merge', 'TB1', 'TN2', 'remainder'],
] as const

/** Files without a single event are refused, so one commune has changed its name. */
const RENAMED_ON = '2018-01-01'
const OLD_NAME = `TB2,,Tên cũ,xã,commune,TDB,,2017-01-01,${RENAMED_ON},0,,thử`
const RENAMING = `${RENAMED_ON},rename,TB2,TB2,Tên cũ,TB2,whole,1,,certain,luật thử`
const since = (id: string): string => (id === 'TB2' ? RENAMED_ON : '2017-01-01')

export type UnitFiles = { readonly units: string; readonly lineage: string }
const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`
const unit = (id: string, [level, kind, parent]: readonly [string, string, string], from: string, to: string): string =>
  `${id},,${id},${kind},${level},${parent},,${from},${to},0,,thử`

/** The files before the law was known, and after. */
export const filesBefore = (): UnitFiles => ({
  units: lines(UNITS_HEAD, CENTRE, OLD_NAME, ...Object.entries(BEFORE).map(([id, it]) => unit(id, it, since(id), ''))),
  lineage: lines(LINEAGE_HEAD, RENAMING),
})

export const filesAfter = (): UnitFiles => ({
  units: lines(
    UNITS_HEAD,
    CENTRE,
    OLD_NAME,
    ...Object.entries(BEFORE).map(([id, it]) => unit(id, it, since(id), REORGANISED_ON)),
    ...STAYS.map((id) => unit(id, ['commune', 'xã', 'TPN'], REORGANISED_ON, '')),
    ...Object.entries(AFTER).map(([id, it]) => unit(id, it, REORGANISED_ON, '')),
  ),
  lineage: lines(
    LINEAGE_HEAD,
    RENAMING,
    ...PASSAGES.map(
      ([event, from, to, extent]) =>
        `${REORGANISED_ON},${event},${from},${to},${from},${to},${extent},,,certain,luật thử`,
    ),
    ...STAYS.map((id) => `${REORGANISED_ON},reparent,${id},${id},${id},${id},whole,1,,certain,luật thử`),
  ),
})

export const smallUnits: readonly string[] = [...Object.keys(BEFORE), ...Object.keys(AFTER)]

/** Whose total a unit's figures are in, one step up, for a period that ends on a day; written out, not computed by the product. */
export function parentIn(id: string, endOn: string, isReorganised: boolean): string | undefined {
  if (id === 'VN') return undefined
  if (!isReorganised || endOn < REORGANISED_ON) return BEFORE[id]?.[2]
  if ((STAYS as readonly string[]).includes(id)) return 'TPN'
  if (id === 'TB1') return 'TN2'
  return PASSAGES.find(([, from]) => from === id)?.[2] ?? AFTER[id]?.[2]
}
