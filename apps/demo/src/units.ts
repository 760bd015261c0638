// The units on the demonstration's stage.
export const DUY_TIEN = 'D349'
export const TAM_DIEP = 'D370'
export const DI_AN = 'D724'
export const UNNAMED_DISTRICT = 'D-A'
export const UNNAMED_PROVINCE = 'P-A'
export const NINH_BINH = 'P37@2025'
export const HO_CHI_MINH = 'P79@2025'
export const HOA_MAC = 'X13324'
export const MOC_BAC = 'X13327'
/** Wards that Duy Tiên's communes went into on 1/7/2025; the first has a whole year in every register. */
export const WARDS = ['X13324@2025', 'X13330@2025', 'X13336@2025', 'X13348@2025', 'X13363@2025', 'X13366@2025'] as const
