// A paper from its draft to whoever doubts it: written by hand, issued with the next number, checked by its code, measured by its format.
import { expect, test } from '@playwright/test'
import { changed, DOCX, formWith, saved, wordsOf } from './files.ts'
import { baseUrl, people, signIn, typeDay } from './people.ts'
import { confirm, fill } from './walk.ts'

const SUMMARY = 'Lịch trực tiếp công dân tháng 12 năm 2026'
const TEXT = 'Tiếp công dân vào ngày thứ Năm hằng tuần tại trụ sở tiếp công dân của phường.'

test('a notice is drafted, issued, checked by everybody, cancelled', async ({ browser }) => {
  const { page, context } = await signIn(browser, people.officer)

  await test.step('the officer drafts it and writes a paragraph', async () => {
    await page.goto('/app/van-ban')
    await page.getByRole('button', { name: 'Soạn văn bản' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Tên loại').selectOption({ label: 'Thông báo' })
    await dialog.getByLabel('Trích yếu').fill(SUMMARY)
    await dialog.getByRole('button', { name: 'Tạo dự thảo' }).click()
    await page.getByRole('button', { name: 'Thêm đoạn' }).click()
    await page.getByLabel('Khối 1: đoạn văn').fill('Đoạn viết vội.')
    await fill(page, 'Chức vụ người ký', 'Phó Bí thư Thường trực')
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click()
    await expect(page.locator('article.paper')).toContainText('Đoạn viết vội.')
  })

  await test.step('the paragraph is written again', async () => {
    await page.getByRole('button', { name: 'Sửa dự thảo' }).click()
    await page.getByLabel('Khối 1: đoạn văn').fill(TEXT)
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click()
    await expect(page.locator('article.paper')).toContainText(TEXT)
    await expect(page.locator('article.paper')).not.toContainText('Đoạn viết vội.')
  })

  await test.step('it is issued under the number that the dialog foretold', async () => {
    let number = ''
    await confirm(page, 'Ban hành', async (dialog) => {
      const next = await dialog.getByText('Số tiếp theo của sổ này là', { exact: false }).innerText()
      number = (/\d+/.exec(next)?.[0] ?? '').padStart(2, '0')
    })
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`Thông báo số ${number}`)
    await expect(page.getByRole('button', { name: 'Sửa dự thảo' })).toHaveCount(0)
  })

  const word = await saved(page, page.getByRole('link', { name: 'Bản Word' }))
  expect(wordsOf(word.bytes)).toContain(TEXT)
  const address = await page.getByRole('link', { name: 'Mở trang kiểm tra' }).getAttribute('href')
  const stranger = await browser.newContext({ baseURL: baseUrl(), locale: 'vi-VN', javaScriptEnabled: false })
  const outside = await stranger.newPage()
  const compare = async (name: string, buffer: Buffer): Promise<void> => {
    await outside.getByLabel('Tệp cần so').setInputFiles({ name, mimeType: DOCX, buffer })
    await outside.getByRole('button', { name: 'So tệp' }).click()
  }

  await test.step('a stranger finds it by its code, and its file is the one; a changed file is not', async () => {
    await outside.goto('/kiem-tra')
    await outside.getByLabel('Mã kiểm tra').fill(new URL(address ?? '', baseUrl()).pathname.split('/').at(-1) ?? '')
    await outside.getByRole('button', { name: 'Kiểm tra' }).click()
    await expect(outside.getByText('Văn bản này đã được ban hành.')).toBeVisible()
    await expect(outside.getByText(SUMMARY)).toBeVisible()
    await compare(word.name, word.bytes)
    await expect(outside.getByRole('alert')).toContainText('Đúng là tệp đã ban hành (Bản Word)')
    await compare(
      word.name,
      changed(word.bytes, (body) => body.replace('thứ Năm', 'thứ Sáu')),
    )
    await expect(outside.getByRole('alert')).toContainText('Không phải tệp đã ban hành')
  })

  await test.step('the format checker passes what we issued, and names what is wrong in a changed copy', async () => {
    const here = page.url()
    await page.goto('/app/van-ban/kiem-tra')
    const give = page.getByLabel('Chọn tệp .docx')
    await give.setInputFiles({ name: 'thong-bao.docx', mimeType: DOCX, buffer: word.bytes })
    await expect(page.getByText('“thong-bao.docx” đúng thể thức')).toBeVisible()
    const narrow = changed(word.bytes, (body) => body.replace(/w:left="\d+"(?=[^>]*w:header)/, 'w:left="600"'))
    await give.setInputFiles({ name: 'le-hep.docx', mimeType: DOCX, buffer: narrow })
    await expect(page.getByText(/“le-hep.docx” có \d+ lỗi thể thức/)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Chỗ cần sửa' })).toBeVisible()
    await page.goto(here)
  })

  await test.step('once it is cancelled, its code says so', async () => {
    await confirm(page, 'Hủy văn bản', async (dialog) => {
      await dialog.getByLabel('Lý do').fill('Lịch trực thay đổi, sẽ ra thông báo khác.')
    })
    await expect(page.locator('main .badge').filter({ hasText: 'Đã hủy' })).toBeVisible()
    await outside.goto(address ?? '')
    await expect(outside.getByText('Văn bản này đã hủy ngày', { exact: false })).toBeVisible()
  })
  await stranger.close()
  await context.close()
})

test('an administrator adds a form of the office, and a ward fills it from its own book', async ({ browser }) => {
  const TITLE = 'Trích sổ tiếp công dân'
  const administrator = await signIn(browser, people.administrator)
  await administrator.page.goto('/app/van-ban/mau')
  await confirm(administrator.page, 'Thêm mẫu', async (dialog) => {
    await dialog.getByLabel('Tên mẫu').fill(TITLE)
    await dialog.getByLabel('Lấy số liệu từ').selectOption({ label: 'Sổ tiếp công dân' })
    await dialog.getByLabel('Tệp Word').setInputFiles({
      name: 'trich-so.docx',
      mimeType: DOCX,
      buffer: formWith('{DON_VI}', 'Từ {tu_ngay} đến {den_ngay}', '{#dong}', '{ngay}', '{/dong}', '{khong_co}'),
    })
  })
  const row = administrator.page.getByRole('row').filter({ hasText: TITLE })
  await expect(row).toContainText('{khong_co}')
  await administrator.context.close()

  const { page, context } = await signIn(browser, people.officer)
  await page.goto('/app/van-ban/mau')
  await page.getByRole('row').filter({ hasText: TITLE }).getByRole('button', { name: 'Điền mẫu' }).click()
  const dialog = page.getByRole('dialog')
  await typeDay(page, 'Từ ngày', '2026-05-01')
  await typeDay(page, 'Đến ngày', '2026-05-31')
  const { bytes } = await saved(page, dialog.getByRole('link', { name: 'Điền mẫu' }))
  expect(wordsOf(bytes)).toMatch(/^PHƯỜNG DUY TIÊN Từ 01\/5\/2026 đến 31\/5\/2026 \d\d\/5\/2026/)
  expect(wordsOf(bytes)).not.toContain('{')
  await context.close()
})
