// A nation of the size of Vietnam's after July 2025 as the two unit files, and a full set of figures for one commune. Synthetic: no name is real.

export type NationSize = { readonly provinces: number; readonly communes: number }
export const NATIONAL: NationSize = { provinces: 34, communes: 3321 }
export const TINY: NationSize = { provinces: 2, communes: 8 }

const UNITS_HEAD =
  'unit_id,code,name,kind,level,parent_unit_id,parent_code,valid_from,valid_to,n_predecessors,predecessors,source'
const LINEAGE_HEAD = 'date,event,from_unit,to_unit,from_name,to_name,extent,area_share,pop_share,confidence,source'
const BEGINS = '2017-01-01'
/** The lineage file may not be empty, so one commune changes its class. */
const RECLASSIFIED = '2020-01-01'
const RECLASSIFIED_COMMUNE = 'X0'

export const provinceOf = (commune: number, { provinces }: NationSize): number => commune % provinces

/** The text of units.csv and lineage.csv: one centre, provinces, communes dealt out to them in turn. */
export function nationFiles(size: NationSize): { readonly units: string; readonly lineage: string } {
  const line = (
    id: string,
    name: string,
    kind: string,
    level: string,
    parent: string,
    from = BEGINS,
    to = '',
  ): string => `${id},,${name},${kind},${level},${parent},,${from},${to},0,,bench`
  const rows = [line('VN', 'Trung ương', 'trung ương', 'centre', '')]
  for (let n = 0; n < size.provinces; n += 1) rows.push(line(`P${n}`, `Tỉnh số ${n}`, 'tỉnh', 'province', 'VN'))
  for (let n = 0; n < size.communes; n += 1) {
    const [name, parent] = [`Đơn vị số ${n}`, `P${provinceOf(n, size)}`]
    if (`X${n}` === RECLASSIFIED_COMMUNE) {
      rows.push(
        line(`X${n}`, name, 'xã', 'commune', parent, BEGINS, RECLASSIFIED),
        line(`X${n}`, name, 'phường', 'commune', parent, RECLASSIFIED),
      )
    } else rows.push(line(`X${n}`, name, 'xã', 'commune', parent))
  }
  const change = `${RECLASSIFIED},reclassify,${RECLASSIFIED_COMMUNE},${RECLASSIFIED_COMMUNE},Đơn vị số 0,Đơn vị số 0,whole,1,,certain,bench`
  return { units: `${[UNITS_HEAD, ...rows].join('\n')}\n`, lineage: `${LINEAGE_HEAD}\n${change}\n` }
}

/** Figures that satisfy every check of severity error, and still do when all are multiplied by one whole number. */
const BALANCED: Readonly<Record<string, number>> = {
  TT03: 1200,
  TT04: 1190,
  CQ01: 30,
  CQ02: 24,
  CQ03: 20,
  CQ04: 4,
  CQ05: 6,
  CQ08: 9,
  CQ09: 8,
  CQ10: 2,
  TD01: 20,
  TD02: 25,
  TD03: 9,
  TD04: 10,
  TD05: 6,
  TD06: 4,
  TD08: 6,
  TD09: 3,
  XD01: 20,
  XD02: 5,
  XD03: 15,
  XD04: 14,
  XD05: 6,
  XD06: 12,
  XD07: 4,
  XD08: 3,
  XD09: 5,
  XD10: 7,
  XD11: 5,
  XD12: 2,
  XD13: 2,
  XD14: 1,
  GQ01: 9,
  GQ02: 5,
  GQ03: 4,
  GQ05: 6,
  GQ06: 5,
  GQ07: 3,
  GQ08: 2,
  GQ09: 4,
  GQ10: 3,
  GQ11: 2,
  DC01: 12,
  DC02: 11,
  DC05: 6,
  DC06: 5,
  DC17: 5,
  DC18: 4,
  DC21: 9,
  DC22: 5,
  DC23: 2,
  DC24: 2,
  DD01: 6,
  DD02: 5,
  DD05: 3,
  DD06: 2,
  KT01: 5,
  KT02: 4,
  KT04: 10,
  KT05: 3,
  KT06: 4,
  KT07: 2,
  KT08: 1,
  MH01: 10,
  MH02: 4,
  MH03: 6,
  MH04: 3,
  MH05: 7,
  MH06: 2,
  MH07: 2,
  MH08: 3,
  MH09: 3,
  MH10: 6,
  MH11: 4,
  MH13: 8,
  MH14: 6,
  MH15: 4,
  MH16: 2,
  LV03: 6,
  LV04: 4,
  TG02: 1,
  TG03: 3,
  TG04: 2,
  HN02: 12,
  HN03: 6,
  HN04: 2,
  HN05: 3,
  HN06: 1,
  BC01: 9,
  BC02: 6,
  BC03: 2,
  BC04: 1,
}
const ANY = 7

/** One commune's typed figures, another set for each of nine multipliers. */
export const figuresFor = (codes: readonly string[], commune: number): Record<string, number> =>
  Object.fromEntries(codes.map((code) => [code, (BALANCED[code] ?? ANY) * (1 + (commune % 9))]))
