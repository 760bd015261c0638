// The wards of today in 2026: their books up to this day, and the half-year report: approved, returned, waiting, or not sent.
import type { Book } from './books.ts'
import { keepBook } from './books.ts'
import { accept, sendBack, submit, typeFigures } from './deeds.ts'
import { playProvinceBriefing } from './papers/ninh-binh.ts'
import { playWardOffice } from './papers/ward.ts'
import { setDay, type Stage } from './stage.ts'
import { NINH_BINH, WARDS } from './units.ts'
import { duyTienBooks } from './year/duy-tien.ts'
import { thinYear } from './year/wards.ts'

const HALF_YEAR_KEPT = '2026-07-08'
const LAST_KEPT = '2026-11-20'
/** From this day on, everything that the offices of today wrote is known. */
const PAPERS_KEPT = '2026-11-19'

/** Administrative files by the one-stop system, which no register counts: due, done, in time, late, pending. */
const FILES = [
  [1240, 1186, 1171, 15, 54],
  [1105, 1062, 1050, 12, 43],
  [980, 941, 936, 5, 39],
  [1412, 1359, 1338, 21, 53],
  [876, 840, 833, 7, 36],
] as const

function booksOf(stage: Stage, unit: string, index: number): readonly Book[] {
  if (index === 0) return duyTienBooks
  const title = stage.world.org().titleOf(unit, HALF_YEAR_KEPT as never)
  return thinYear({ place: title.charAt(0).toLocaleLowerCase('vi') + title.slice(1), unit, index })
}

async function typeFiles(stage: Stage, unit: string, index: number): Promise<void> {
  const [due, done, inTime, late, pending] = FILES[index] ?? []
  if (due === undefined) return
  const cells = { CQ01: due, CQ02: done ?? null, CQ03: inTime ?? null, CQ04: late ?? null, CQ05: pending ?? null }
  await typeFigures(stage, unit, 'dan-van', '2026-H1', cells)
}

async function reportHalfYear(stage: Stage): Promise<void> {
  await setDay(stage, '2026-07-10')
  const [first, second, third, fourth] = WARDS
  for (const unit of [first, second, third, fourth]) await submit(stage, unit, 'dan-van', '2026-H1')
  await setDay(stage, '2026-07-13')
  await accept(stage, NINH_BINH, second, 'dan-van', '2026-H1')
  await accept(stage, NINH_BINH, third, 'dan-van', '2026-H1')
  await sendBack(
    stage,
    NINH_BINH,
    first,
    'dan-van',
    '2026-H1',
    'Số lượt tiếp công dân thấp hơn cùng kỳ, đề nghị kiểm tra lại sổ tiếp công dân.',
    ['TD01'],
  )
}

/** Plays 2026 up to `today`, and never beyond the last day that the books know. */
export async function playToday(stage: Stage, today: string): Promise<void> {
  stage.say('Sáu phường hôm nay: sổ sách 6 tháng đầu năm 2026')
  const kept = WARDS.map((unit, index) => ({ unit, index, books: booksOf(stage, unit, index) }))
  await setDay(stage, HALF_YEAR_KEPT)
  for (const { unit, index, books } of kept) {
    for (const each of books) await keepBook(stage, unit, each, '', HALF_YEAR_KEPT)
    await typeFiles(stage, unit, index)
  }
  await reportHalfYear(stage)
  const until = today < LAST_KEPT ? today : LAST_KEPT
  if (until <= HALF_YEAR_KEPT) return
  stage.say('Sáu phường hôm nay: sổ sách từ tháng 7')
  if (until >= PAPERS_KEPT) await playProvinceBriefing(stage)
  await setDay(stage, until)
  for (const { unit, books } of kept) for (const each of books) await keepBook(stage, unit, each, HALF_YEAR_KEPT, until)
  if (until >= PAPERS_KEPT) await playWardOffice(stage, until)
}
