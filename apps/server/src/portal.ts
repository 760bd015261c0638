// The public front page, until the portal comes: what this is, published reports, sign-in. Plain HTML, no script.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import type { Language } from '@kheo/kit/problem.ts'
import { html, raw } from 'hono/html'
import { publicAddress } from './portal-frame.ts'

export type PublishedReport = {
  readonly unitName: string
  readonly title: string
  readonly number: string
  readonly issuedOn: string
}

const words = {
  vi: {
    title: 'Khéo – công tác dân vận',
    motto: 'Nhập một lần ở cơ sở, báo cáo tự thành ở mọi cấp.',
    about:
      'Khéo là hệ thống mã nguồn mở giúp xã, phường, đặc khu và tỉnh ghi sổ công tác dân vận, lập báo cáo từ sổ, tổng hợp và ban hành. Mỗi con số trong báo cáo đều dẫn về nơi nó được ghi.',
    privacy: 'Khéo không thu thập tôn giáo, dân tộc, quan điểm hay sức khỏe của bất kỳ ai.',
    signIn: 'Đăng nhập dành cho cán bộ',
    published: 'Báo cáo đã ban hành',
    none: 'Chưa có báo cáo nào được ban hành. Báo cáo sẽ hiện ở đây ngay khi đơn vị ghi số và ngày ban hành.',
    unit: 'Đơn vị',
    report: 'Báo cáo',
    number: 'Số',
    date: 'Ngày ban hành',
    check: 'Kiểm tra một văn bản đã ban hành',
    other: 'English',
    news: 'Tin tức',
    calendar: 'Lịch công tác',
    skip: 'Đến nội dung chính',
  },
  en: {
    title: 'Khéo – public mobilisation work',
    motto: 'Record once at the grassroots; the reports of every level write themselves.',
    about:
      'Khéo is an open-source system in which communes and provinces keep the registers of mobilisation work, make reports out of them, consolidate and issue them. Every number in a report leads back to where it was recorded.',
    privacy: 'Khéo collects nobody’s religion, ethnicity, opinions or health.',
    signIn: 'Staff sign-in',
    published: 'Issued reports',
    none: 'No report has been issued yet. Reports appear here as soon as a unit records their number and date.',
    unit: 'Unit',
    report: 'Report',
    number: 'No.',
    date: 'Issued on',
    check: 'Check an issued document',
    other: 'Tiếng Việt',
    news: 'News',
    calendar: 'Work calendar',
    skip: 'Skip to content',
  },
} as const

/** @param styles address of the shared style sheet */
export function homePage(language: Language, reports: readonly PublishedReport[], styles: string): string {
  const w = words[language]
  const rows = reports.map(
    (report) =>
      html`<tr><td>${report.unitName}</td><td>${report.title}</td><td class="number">${report.number.padStart(2, '0')}</td><td class="number">${viDate(calendarDate(report.issuedOn))}</td></tr>`,
  )
  const list =
    reports.length === 0
      ? html`<p class="empty">${w.none}</p>`
      : html`<div class="scroll"><table><thead><tr><th scope="col">${w.unit}</th><th scope="col">${w.report}</th><th scope="col" class="number">${w.number}</th><th scope="col" class="number">${w.date}</th></tr></thead><tbody>${rows}</tbody></table></div>`
  const page = html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${w.title}</title><meta name="description" content="${w.about}"><link rel="stylesheet" href="${styles}"></head>
<body>
<a class="skip" href="#main">${w.skip}</a>
<header><a class="mark" href="/">Khéo</a><nav><a href="${publicAddress('/tin', language)}">${w.news}</a><a href="${publicAddress('/lich', language)}">${w.calendar}</a><a href="/?lang=${language === 'vi' ? 'en' : 'vi'}" lang="${language === 'vi' ? 'en' : 'vi'}">${w.other}</a><a class="button" href="/app">${w.signIn}</a></nav></header>
<main id="main"><h1>${w.motto}</h1><p>${w.about}</p><p class="quiet">${w.privacy}</p><p><a href="${publicAddress('/kiem-tra', language)}">${w.check}</a></p><h2>${w.published}</h2>${list}</main>
</body></html>`
  return raw(page).toString()
}

/** The two subsets that Vietnamese needs, in the weights of the page. */
export const fontFiles = ['latin', 'vietnamese'].flatMap((subset) =>
  [400, 600].map((weight) => ({ subset, weight, file: `be-vietnam-pro-${subset}-${weight}-normal.woff2` })),
)

const RANGES: Readonly<Record<string, string>> = {
  latin: 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2212',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
}

const faces = fontFiles
  .map(
    ({ subset, weight, file }) =>
      `@font-face{font-family:'Be Vietnam Pro';font-weight:${weight};font-display:swap;src:url(/fonts/${file}) format('woff2');unicode-range:${RANGES[subset]}}`,
  )
  .join('\n')

/** The portal's own few rules; colours as the staff app's tokens. */
export const portalStyles = `
${faces}
:root{--ink:#16191d;--muted:#4f5862;--canvas:#f5f6f7;--surface:#fff;--line:#d5dae0;--action:#0a5a9c;--brand:#a61b1b}
@media (prefers-color-scheme:dark){:root{--ink:#eef1f4;--muted:#aab4be;--canvas:#14171a;--surface:#1d2125;--line:#3a424a;--action:#7db9ee;--brand:#e06a6a}}
*{box-sizing:border-box}body{margin:0;background:var(--canvas);color:var(--ink);font:16px/1.5 'Be Vietnam Pro',system-ui,sans-serif;border-top:3px solid var(--brand)}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--surface);padding:8px}
header{display:flex;flex-wrap:wrap;gap:12px;align-items:center;justify-content:space-between;max-width:960px;margin:0 auto;padding:12px 16px}
.mark{font-weight:600;font-size:24px;color:var(--brand);text-decoration:none}nav{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center}a{color:var(--action)}
.button{background:var(--action);color:var(--surface);padding:10px 16px;border-radius:6px;text-decoration:none;min-height:44px;display:inline-flex;align-items:center}
main{max-width:960px;margin:0 auto;padding:24px 16px 64px}h1{font-size:30px;line-height:1.3;font-weight:600;text-wrap:balance}h2{font-size:20px;font-weight:600;margin-top:40px}
.quiet{color:var(--muted)}.empty{background:var(--surface);border:1px solid var(--line);border-radius:6px;padding:16px}
.scroll{overflow-x:auto;background:var(--surface);border:1px solid var(--line);border-radius:6px}table{border-collapse:collapse;width:100%;font-size:14px}th,td{text-align:left;padding:8px 12px;border-bottom:1px solid var(--line)}tr:last-child td{border-bottom:0}
form{display:grid;grid-template-columns:minmax(0,1fr);gap:8px;justify-items:start;margin:16px 0}label{font-weight:600}input{font:inherit;color:var(--ink);background:var(--surface);border:1px solid var(--muted);border-radius:6px;padding:10px 12px;min-height:44px;max-width:100%}button.button{border:0;font:inherit;cursor:pointer}
dl{background:var(--surface);border:1px solid var(--line);border-radius:6px;padding:16px;display:grid;grid-template-columns:minmax(120px,max-content) minmax(0,1fr);gap:8px 20px}dt{color:var(--muted)}dd{margin:0;overflow-wrap:anywhere}.verdict{background:var(--surface);border:1px solid var(--line);border-left:6px solid var(--action);border-radius:6px;padding:12px 16px;font-weight:600}.verdict.bad{border-left-color:var(--brand)}code{font-size:13px}td code{overflow-wrap:anywhere}
.item{border-bottom:1px solid var(--line);padding:8px 0}.item h2{margin:16px 0 4px}.lead{font-weight:600}article footer{margin-top:32px}
.pages{margin:16px 0}.pages a,.item h2 a{display:inline-block;min-height:32px}.pages a[aria-current]{font-weight:600;color:var(--ink);text-decoration:none}
.events{list-style:none;margin:0;padding:0}.event{display:grid;grid-template-columns:5.5rem 1fr;gap:12px;background:var(--surface);border:1px solid var(--line);border-radius:6px;padding:12px 16px;margin:8px 0}.event time{font-weight:600;font-variant-numeric:tabular-nums}
.event h3{font-size:16px;font-weight:600;margin:0}.event p{margin:4px 0 0}.state{border-left:3px solid var(--brand);padding-left:8px}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}a:focus-visible,.button:focus-visible,input:focus-visible,button:focus-visible{outline:3px solid var(--action);outline-offset:2px}
`
