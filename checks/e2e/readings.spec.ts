// An old report of a commune that has since gone into the ward: dropped as a file, read, gone through by keyboard, saved, seen in the report with its sentence, undone.
import { expect, test, type Locator, type Page } from '@playwright/test'
import { changed, DOCX, formWith } from './files.ts'
import { faultsOf } from './looks.ts'
import { people, signIn } from './people.ts'
import { confirm, WARD } from './walk.ts'

const COMMUNE = 'X13360'
const NAME = 'Báo cáo dân vận xã Yên Nam, 6 tháng 2019.docx'
const PERIOD = '6 tháng đầu năm 2019'

/** The ward's own report of this year, as the commune would have written it then. */
async function oldReport(page: Page): Promise<Buffer> {
  const query = new URLSearchParams({ unit: WARD, type: 'dan-van', period: '2026-H1', format: 'docx', profile: 'dang' })
  const reply = await page.request.get(`/api/reports/document?${query.toString()}`)
  expect(reply.ok()).toBe(true)
  return changed(await reply.body(), (body) =>
    body
      .replaceAll('phường Duy Tiên', 'xã Yên Nam')
      .replaceAll('PHƯỜNG DUY TIÊN', 'XÃ YÊN NAM')
      .replaceAll('2026', '2019'),
  )
}

const line = (page: Page): Locator => page.locator('.claim-row[aria-current="true"]')
const said = (page: Page): Locator => page.getByTestId('said')

/** The figures of a report's row, and what is said of where it comes from. */
async function sourceIn(page: Page, code: string): Promise<Locator> {
  await page
    .getByRole('button', { name: `Nguồn của ${code}:` })
    .first()
    .click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByTestId('source-total')).toBeVisible()
  return drawer
}

test('an old report becomes figures that know their sentence, and can be taken out again', async ({ browser }) => {
  test.setTimeout(180_000)
  const { page, context } = await signIn(browser, people.officer)
  const bytes = await oldReport(page)

  await test.step('many files are dropped at once; what cannot be read says why', async () => {
    await page.getByRole('link', { name: 'Đọc báo cáo' }).click()
    await page.locator('input[type=file]').setInputFiles([
      { name: NAME, mimeType: DOCX, buffer: bytes },
      { name: 'Không có số nào.docx', mimeType: DOCX, buffer: formWith('Kế hoạch làm việc.') },
      { name: 'Tệp hỏng.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 hỏng') },
    ])
    await expect(page.getByText('Đã gửi 3/3 tệp')).toBeVisible()
    await expect(page.getByText('Đã đọc xong 3 tệp, 1 tệp không đọc được.')).toBeVisible({ timeout: 30_000 })
    const broken = page.getByRole('row', { name: /Tệp hỏng/ })
    await expect(broken).toContainText('Không đọc được')
    await expect(broken.getByRole('button', { name: 'Thử lại: đọc Tệp hỏng.pdf' })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await broken.getByRole('button', { name: 'Bỏ tệp Tệp hỏng.pdf' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Bỏ tệp', exact: true }).click()
    await expect(broken).toBeHidden()
  })

  await test.step('the text says which commune it is of, and where that lies today; the period is chosen', async () => {
    await page.getByRole('link', { name: NAME }).click()
    await expect(page.getByText('Văn bản nói về Xã Yên Nam; nay thuộc Phường Duy Tiên.')).toBeVisible()
    await page.getByRole('button', { name: /đơn vị, kỳ$/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Năm').selectOption('2019')
    await dialog.getByLabel('Kỳ').selectOption({ label: PERIOD })
    await dialog.getByRole('button', { name: 'Chọn đơn vị, kỳ' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(`Xã Yên Nam · ${PERIOD}`)).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })

  const first = { code: 'TT01', value: '05' }
  await test.step('by keyboard: confirm, reject, take back, correct; the text follows', async () => {
    await page.getByRole('button', { name: 'Soát tiếp' }).click()
    await expect(line(page)).toBeFocused()
    await expect(line(page)).toContainText(first.code)
    await expect(page.locator('.figure-mark[aria-current="true"]')).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(said(page)).toContainText(`: ${first.value}`)
    await expect(line(page)).not.toContainText(first.code)
    const rejected = await line(page).locator('.claim-name').innerText()
    await page.keyboard.press('x')
    await expect(line(page).locator('.claim-name')).not.toHaveText(rejected)
    await page.keyboard.press('z')
    await expect(line(page).locator('.claim-name')).toHaveText(rejected)
    await expect(line(page)).not.toContainText('đã bỏ')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('e')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Giá trị').fill('777')
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByText(/1 sửa · 0 bỏ/)).toBeVisible()
    await expect(line(page)).toBeFocused()
    await expect(line(page)).toContainText('777')
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('what is sure is confirmed at once, then all is saved', async () => {
    await page.getByRole('button', { name: /^Xác nhận \d+ dòng chắc chắn$/ }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Xác nhận/ })
      .click()
    await page.getByRole('button', { name: 'Lưu vào chuỗi số liệu' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(`Xã Yên Nam, ${PERIOD}`)
    await dialog.getByRole('button', { name: 'Lưu', exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(`Đã lưu vào Xã Yên Nam, ${PERIOD}`)).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('the report of that commune and period shows the figure; its source is the sentence', async () => {
    await page.getByRole('link', { name: 'Mở Báo cáo công tác dân vận' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Xã Yên Nam')
    const drawer = await sourceIn(page, first.code)
    await expect(drawer.getByTestId('source-total')).toHaveText(first.value)
    await expect(drawer.getByText('đọc từ văn bản')).toBeVisible()
    await expect(drawer.getByTestId('source-imported')).toContainText('05 hội nghị')
    await drawer.getByRole('link', { name: NAME }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Yên Nam')
  })

  await test.step('undone: each cell is as it was before', async () => {
    await confirm(page, 'Hoàn tác')
    await expect(page.getByText('Đã hoàn tác lần lưu. Có thể soát và lưu lại.')).toBeVisible()
    await page.goto(`/app/bao-cao/${COMMUNE}/dan-van/2019-H1`)
    const drawer = await sourceIn(page, first.code)
    await expect(drawer.getByTestId('source-total')).toContainText('Chưa báo cáo')
  })
  await context.close()
})
