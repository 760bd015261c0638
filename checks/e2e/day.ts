// The day on which the browser tests are played: what the demonstration has coming is coming, whenever they run.
export const TEST_DAY = '2026-11-22'
