// The public page of a check code: what was issued, whether it stands, and whether a file is the one that was issued. No script; nothing is kept.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import type { World } from '@kheo/features/context.ts'
import { checkIssued, sameFile, type CheckedPaper, type PublicFile } from '@kheo/features/documents/public.ts'
import type { Language } from '@kheo/kit/problem.ts'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import { addressOf, languageOf, type Env } from './door.ts'
import { publicAddress, publicPage, type Html } from './portal-frame.ts'
import { openTurnstile, type Turnstile } from './turnstile.ts'

const MOST_BYTES = 12 * 1024 * 1024
const VIEWS_A_MINUTE = 240
const COMPARISONS_A_MINUTE = 30

const words = {
  vi: {
    title: 'Kiểm tra văn bản đã ban hành',
    about:
      'Mỗi văn bản ban hành từ Khéo có một mã gồm 12 chữ và số, in cuối văn bản cạnh mã vuông. Nhập mã để biết văn bản có đúng là đã ban hành hay không, còn giá trị hay đã hủy.',
    code: 'Mã kiểm tra',
    look: 'Kiểm tra',
    none: 'Không có văn bản nào mang mã này. Đề nghị xem lại từng chữ của mã; mã không có chữ i, l, o và số 0, 1.',
    issued: 'Văn bản này đã được ban hành.',
    cancelled: (day: string) => `Văn bản này đã hủy ngày ${day}. Bản in hay tệp đang có không còn giá trị.`,
    issuer: 'Cơ quan ban hành',
    number: 'Số, ký hiệu',
    date: 'Ngày ban hành',
    kind: 'Tên loại',
    summary: 'Trích yếu',
    files: 'Dấu vân tay của các tệp (SHA-256)',
    role: 'Tệp',
    size: 'Kích thước (byte)',
    hash: 'SHA-256',
    docx: 'Bản Word',
    pdf: 'Bản PDF',
    signed: 'Bản ký, đóng dấu',
    scan: 'Bản chụp',
    compare: 'So một tệp với bản đã ban hành',
    file: 'Tệp cần so',
    compareHelp: 'Tệp chỉ được đọc để so rồi bỏ ngay, không lưu lại.',
    send: 'So tệp',
    same: (role: string) => `Đúng là tệp đã ban hành (${role}), không khác một byte.`,
    other:
      'Không phải tệp đã ban hành. Tệp có thể đã bị sửa, được lưu lại bằng chương trình khác, hoặc là bản quét của bản giấy. Đề nghị đối chiếu với số, ngày, trích yếu ở trên.',
    noFile: 'Chưa chọn tệp.',
    tooLarge: 'Tệp quá lớn (trên 12 MB).',
    tooOften: 'Có quá nhiều lượt hỏi từ địa chỉ này. Đề nghị chờ một phút rồi thử lại.',
  },
  en: {
    title: 'Check an issued document',
    about:
      'Every document issued from Khéo carries a code of 12 letters and digits at its end, beside the square code. Enter it to see whether the document is genuine, and whether it stands or was cancelled.',
    code: 'Check code',
    look: 'Check',
    none: 'No document has this code. Read it again letter by letter; a code has no i, l, o and no 0, 1.',
    issued: 'This document was issued.',
    cancelled: (day: string) => `This document was cancelled on ${day}. Prints and files of it are no longer valid.`,
    issuer: 'Issuing body',
    number: 'Number and symbol',
    date: 'Issued on',
    kind: 'Kind',
    summary: 'Summary',
    files: 'Fingerprints of its files (SHA-256)',
    role: 'File',
    size: 'Size (bytes)',
    hash: 'SHA-256',
    docx: 'Word',
    pdf: 'PDF',
    signed: 'Signed copy',
    scan: 'Scan',
    compare: 'Compare a file with what was issued',
    file: 'File to compare',
    compareHelp: 'The file is read for the comparison and dropped at once; it is not kept.',
    send: 'Compare',
    same: (role: string) => `This is the issued file (${role}), byte for byte.`,
    other:
      'This is not the issued file. It may have been changed, saved again by another program, or scanned from paper. Compare it with the number, day and summary above.',
    noFile: 'No file was chosen.',
    tooLarge: 'The file is too large (over 12 MB).',
    tooOften: 'Too many requests from this address. Wait a minute and try again.',
  },
} as const

type Words = (typeof words)[Language]
/** What a comparison came to; undefined when none was asked for. */
type Compared = { readonly same: PublicFile | undefined } | { readonly problem: string } | undefined

const askForm = (w: Words, language: Language, typed: string) =>
  html`<form method="get" action="/kiem-tra"><label for="ma">${w.code}</label><input id="ma" name="ma" value="${typed}" maxlength="40" autocomplete="off" autocapitalize="none" spellcheck="false" required><input type="hidden" name="lang" value="${language}"><button class="button" type="submit">${w.look}</button></form>`

function comparison(w: Words, compared: Compared) {
  if (compared === undefined) return html``
  if ('problem' in compared) return html`<p class="verdict bad" role="alert">${compared.problem}</p>`
  return compared.same === undefined
    ? html`<p class="verdict bad" role="alert">${w.other}</p>`
    : html`<p class="verdict" role="alert">${w.same(w[compared.same.role])}</p>`
}

function paperPart(w: Words, language: Language, code: string, paper: CheckedPaper, compared: Compared) {
  const day = (on: string): string => viDate(calendarDate(on))
  const verdict =
    paper.cancelledOn === null
      ? html`<p class="verdict">${w.issued}</p>`
      : html`<p class="verdict bad">${w.cancelled(day(paper.cancelledOn))}</p>`
  const rows = paper.files.map(
    (file) =>
      html`<tr><td>${w[file.role]}</td><td class="number">${file.size}</td><td><code>${file.hash}</code></td></tr>`,
  )
  return html`${verdict}<dl><dt>${w.issuer}</dt><dd>${paper.issuer}</dd><dt>${w.kind}</dt><dd>${paper.kind}</dd><dt>${w.number}</dt><dd>${paper.number}</dd><dt>${w.date}</dt><dd>${day(paper.datedOn)}</dd><dt>${w.summary}</dt><dd>${paper.summary}</dd></dl>
<h2>${w.compare}</h2>${comparison(w, compared)}<form method="post" enctype="multipart/form-data" action="/kiem-tra/${code}?lang=${language}"><label for="tep">${w.file}</label><input id="tep" name="tep" type="file" required><p class="quiet">${w.compareHelp}</p><button class="button" type="submit">${w.send}</button></form>
<h2>${w.files}</h2><div class="scroll"><table><thead><tr><th scope="col">${w.role}</th><th scope="col" class="number">${w.size}</th><th scope="col">${w.hash}</th></tr></thead><tbody>${rows}</tbody></table></div>`
}

const page = (language: Language, path: string, body: Html): string =>
  publicPage({
    language,
    title: words[language].title,
    description: words[language].about,
    otherAddress: publicAddress(path, language === 'vi' ? 'en' : 'vi'),
    main: body,
  })

function paperPage(language: Language, code: string, paper: CheckedPaper | undefined, compared?: Compared): string {
  const w = words[language]
  const body =
    paper === undefined
      ? html`<h1>${w.title}</h1><p class="verdict bad">${w.none}</p>${askForm(w, language, code)}`
      : html`<h1>${w.title}</h1>${paperPart(w, language, code, paper, compared)}`
  return page(language, `/kiem-tra/${encodeURIComponent(code)}`, body)
}

const spoken = (c: Context<Env>): Language => languageOf(c.req.query('lang') ?? c.req.header('accept-language'))

async function compare(c: Context<Env>, w: Words, paper: CheckedPaper): Promise<Compared> {
  // A form that does not hold together has no file in it.
  const form = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
  const sent = form['tep']
  if (!(sent instanceof File) || sent.size === 0) return { problem: w.noFile }
  return { same: sameFile(paper, new Uint8Array(await sent.arrayBuffer())) }
}

/** The page's three doors. Codes cannot be guessed; the turnstile only keeps the work within bounds. */
export function mountCheckPage(app: Hono<Env>, world: World): void {
  const views = openTurnstile(VIEWS_A_MINUTE)
  const comparisons = openTurnstile(COMPARISONS_A_MINUTE)
  const isTurnedAway = (c: Context<Env>, turnstile: Turnstile): boolean => !turnstile.admits(addressOf(c))
  const tooOften = (c: Context<Env>) => {
    const language = spoken(c)
    return c.html(page(language, '/kiem-tra', html`<p class="verdict bad">${words[language].tooOften}</p>`), 429)
  }
  app.get('/kiem-tra', (c) => {
    const typed = (c.req.query('ma') ?? '').trim()
    const language = spoken(c)
    if (typed !== '') return c.redirect(`/kiem-tra/${encodeURIComponent(typed)}?lang=${language}`)
    const w = words[language]
    return c.html(page(language, '/kiem-tra', html`<h1>${w.title}</h1><p>${w.about}</p>${askForm(w, language, '')}`))
  })
  app.get('/kiem-tra/:code', async (c) => {
    if (isTurnedAway(c, views)) return tooOften(c)
    const code = c.req.param('code')
    const paper = await checkIssued(world, code)
    return c.html(paperPage(spoken(c), code, paper), paper === undefined ? 404 : 200)
  })
  const limit = bodyLimit({
    maxSize: MOST_BYTES,
    onError: (c) => {
      const language = spoken(c as Context<Env>)
      return c.html(page(language, '/kiem-tra', html`<p class="verdict bad">${words[language].tooLarge}</p>`), 413)
    },
  })
  app.post('/kiem-tra/:code', limit, async (c) => {
    if (isTurnedAway(c, comparisons)) return tooOften(c)
    const code = c.req.param('code')
    const language = spoken(c)
    const paper = await checkIssued(world, code)
    if (paper === undefined) return c.html(paperPage(language, code, undefined), 404)
    return c.html(paperPage(language, code, paper, await compare(c, words[language], paper)))
  })
}
