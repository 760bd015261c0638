// Branded identities, so that a wrong id does not compile.

declare const brand: unique symbol
type Branded<T, B extends string> = T & { readonly [brand]: B }

/** Đơn vị. Our own identity of a unit, opaque: codes and names are dated attributes of it, never read out of the id. */
export type UnitId = Branded<string, 'UnitId'>
/** Kỳ báo cáo. */
export type PeriodId = Branded<string, 'PeriodId'>
/** Mã chỉ tiêu, such as `MH01`. */
export type IndicatorCode = Branded<string, 'IndicatorCode'>

export const unitId = (value: string): UnitId => value as UnitId
export const periodId = (value: string): PeriodId => value as PeriodId
export const indicatorCode = (value: string): IndicatorCode => value as IndicatorCode
