// The conferences whose papers the demonstration holds, by the keys of their entries: those of the five known reports, and two of today.
import { idOf } from '../books.ts'
import { DI_AN, DUY_TIEN, NINH_BINH, TAM_DIEP, UNNAMED_DISTRICT, UNNAMED_PROVINCE, WARDS } from '../units.ts'

export const PROVINCE_BRIEFING = 'tinh-2017/hoi-nghi/quy-3'
export const DUY_TIEN_REVIEW = 'duy-tien-2019/hoi-nghi/tong-ket'
export const DISTRICT_REVIEW = 'huyen-2019/hoi-nghi/tong-ket'
export const TAM_DIEP_REVIEW = 'tam-diep-2021/hoi-nghi/so-ket'
export const DI_AN_REVIEW = 'di-an-2022/hoi-nghi/tong-ket'
/** The ward's review of the year, as its books of today have it. */
export const COMING_REVIEW = 'duy-tien/hoi-nghi/2026'
export const NINH_BINH_BRIEFING = 'ninh-binh-2026/hoi-nghi/quy-3'

/** The five reports whose figures are known from what the offices published, each with the conference that heard it. */
export const knownReports = [
  { unit: DUY_TIEN, type: 'dan-van', period: '2019', conference: DUY_TIEN_REVIEW },
  { unit: TAM_DIEP, type: 'dan-van', period: '2021-H1', conference: TAM_DIEP_REVIEW },
  { unit: UNNAMED_PROVINCE, type: 'dan-van', period: '2017-Q3', conference: PROVINCE_BRIEFING },
  { unit: UNNAMED_DISTRICT, type: 'dvk', period: '2019', conference: DISTRICT_REVIEW },
  { unit: DI_AN, type: 'dan-van', period: '2022', conference: DI_AN_REVIEW },
] as const

/** Their entries in the register. */
export const demoConferences = [
  ...knownReports,
  { unit: NINH_BINH, conference: NINH_BINH_BRIEFING },
  { unit: WARDS[0], conference: COMING_REVIEW },
].map(({ unit, conference }) => ({ unit, conference: idOf(conference) }))
