// How models are counted into indicators (domain §2.6 MH, CQ10, TG02).
import { countingRegister } from '../counting.ts'

const inWindow = 'm.happened_on between w.s and w.e'
const and = (condition: string) => () => `${inWindow} and ${condition}`

export const skilfulModelCounts = countingRegister({
  code: 'so_mo_hinh',
  titleVi: 'Sổ mô hình, điển hình Dân vận khéo',
  table: 'skilful_model',
  stepTable: 'skilful_model_step',
  stepKey: 'model_id',
  title: 'm.name',
  place: 'm.area',
  counts: {
    MH01: () => inWindow,
    MH02: and(`m.novelty = 'new'`),
    MH03: and(`m.novelty = 'continued'`),
    MH04: and(`m.bloc = 'offices'`),
    MH05: and(`m.bloc = 'localities'`),
    MH06: and(`m.field = 'economy'`),
    MH07: and(`m.field = 'culture-society'`),
    MH08: and(`m.field = 'defence-security'`),
    MH09: and(`m.field = 'political-system'`),
    MH10: and(`m.exemplar = 'collective'`),
    MH11: and(`m.exemplar = 'individual'`),
    MH12: (took) => took('monitored', 'within'),
    MH13: (took) => took('effective', 'within'),
    MH14: (took) => took('recognised-commune', 'within'),
    MH15: (took) => took('put-forward', 'within'),
    MH16: (took) => took('recognised-province', 'within'),
    CQ10: (took) => `m.is_friendly_government and not ${took('ended', 'by the end')}`,
    TG02: and('m.is_special_area'),
  },
  sums: {
    MH17: (steps) =>
      `coalesce((select sum(t.sites) ${steps} and t.kind = 'replicated' and t.happened_on between w.s and w.e), 0)::integer`,
  },
})
