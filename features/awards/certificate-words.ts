// The words of a certificate, line by line, from an award; and those of a test print. Pure but for the names of the day.
import { calendarDate } from '@kheo/core/calendar.ts'
import type { CertificateSheet } from '@kheo/writer/certificate/fit.ts'
import type { World } from '../context.ts'
import { issuerFor } from '../documents/compose.ts'
import { bareNumber, matterOf, upperFirst } from './papers/blocks.ts'
import type { AwardFacts } from './papers/index.ts'
import type { InRoundHeld } from './load.ts'
import type { StoredRound } from './queries.ts'

/** `ngày 02 tháng 7 năm 2026`, as a dated line of a paper has it: days under 10 and the first two months take a zero. */
function dayWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `ngày ${date} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`
}

/** @throws Refusal `document.no_issuer` */
export function certificateWords(
  world: World,
  round: Pick<StoredRound, 'family' | 'unitId'>,
  facts: AwardFacts,
  it: InRoundHeld,
): CertificateSheet {
  const day = it.decidedOn ?? ''
  const issuer = issuerFor(world, round.family, round.unitId, calendarDate(day))
  const signer = round.family === 'state' ? 'Chủ tịch' : [issuer.authorityOf, issuer.post].filter(Boolean).join('\n')
  const merit = it.achievement === '' ? `Đã có thành tích xuất sắc trong ${matterOf(facts)}` : it.achievement
  return {
    recipient: it.name,
    post: it.post,
    body: it.body,
    achievement: upperFirst(merit),
    form: it.formWords,
    decision: `Quyết định số ${bareNumber(it.decision)}`,
    place_date: `${issuer.place}, ${dayWords(day)}`,
    authority: facts.decidedBy,
    signer_post: signer,
    ...(it.bookNo === null ? {} : { book_no: `Vào sổ số: ${it.bookNo}` }),
  }
}

/** Words that show where each line falls; they name nobody. */
export const sampleSheet = (winner: 'collective' | 'individual' | 'any'): CertificateSheet => ({
  recipient: winner === 'individual' ? 'Họ và tên người được khen' : 'Tên tập thể được khen',
  post: 'Chức vụ',
  body: 'Đơn vị công tác',
  achievement: 'Đã có thành tích xuất sắc trong công tác dân vận',
  form: 'Giấy khen',
  decision: 'Quyết định số 00/QĐ-UBND ngày 01/01/2026',
  place_date: 'Địa danh, ngày 01 tháng 01 năm 2026',
  authority: 'Chủ tịch Ủy ban nhân dân',
  signer_post: 'Chủ tịch',
  signer_name: 'Họ và tên người ký',
  book_no: 'Vào sổ số: 00',
})
