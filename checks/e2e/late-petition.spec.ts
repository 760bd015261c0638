// A petition past its deadline: found among one's work, its day explained, decided late, taken back, and wordless to those above.
import { expect, test } from '@playwright/test'
import { people, signIn, typeDay } from './people.ts'
import { fill, pick, record, take, WARD } from './walk.ts'

const PAPER = '427'
const NAME = `Đơn tố cáo số ${PAPER}`
const REMARK = 'Chuyển từ hòm thư góp ý ở nhà văn hóa'
const VILLAGE = 'Tổ dân phố số 9'

test('a petition that waited too long is found, explained, decided late, and told to nobody above', async ({
  browser,
}) => {
  const { page, context } = await signIn(browser, people.officer)
  const province = (await signIn(browser, people.province)).page

  await test.step('a petition of last summer was written down and forgotten', async () => {
    await page.goto('/app/so/don-thu/moi')
    await typeDay(page, 'Ngày nhận', '2025-08-27')
    await fill(page, /^Số vào sổ giấy/, PAPER)
    await pick(page, 'Tố cáo')
    await pick(page, 'Công chức, công vụ')
    await fill(page, /^Thôn, tổ dân phố/, VILLAGE)
    await fill(page, /^Ghi chú/, REMARK)
    await record(page, NAME)
  })

  await test.step('it stands in the officer’s work as overdue, and is opened from there', async () => {
    await page.goto('/app')
    const task = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: NAME, exact: true }) })
    await expect(task.first()).toContainText('Việc trong sổ quá hạn')
    await expect(task.first()).toContainText(/quá hạn \d+ ngày/)
    await task.first().getByRole('link', { name: NAME }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(NAME)
    await expect(page.locator('.badge', { hasText: /Quá hạn$/ })).toBeVisible()
  })

  await test.step('why this day: each day that did not count is named', async () => {
    await page.getByText('Vì sao ra ngày này').click()
    await expect(page.getByText('Từ ngày 27/8/2025, cộng 10 ngày làm việc, đến hết ngày 12/9/2025.')).toBeVisible()
    for (const skipped of ['30/8/2025 — cuối tuần', '02/9/2025 — Quốc khánh'])
      await expect(page.getByRole('listitem').filter({ hasText: skipped })).toBeVisible()
  })

  await test.step('it is classified, accepted and decided after its time: done late', async () => {
    await take(page, 'Phân loại', '2025-09-15', async (dialog) => {
      await dialog.getByRole('checkbox', { name: 'Đủ điều kiện xử lý' }).check({ force: true })
      await dialog.getByRole('checkbox', { name: 'Thuộc thẩm quyền' }).check({ force: true })
    })
    await take(page, 'Thụ lý', '2025-09-17')
    await take(page, 'Ra quyết định giải quyết', '2025-11-25')
    await expect(page.getByText('Xong quá hạn')).toBeVisible()
  })

  await test.step('the wrong day of the decision is taken back with a reason, and written anew', async () => {
    await page.getByRole('button', { name: 'Rút lại bước cuối' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Rút lại bước cuối' }).click()
    await expect(dialog.getByRole('alert')).toBeVisible()
    await dialog.getByLabel('Lý do').fill('Ghi nhầm ngày ra quyết định')
    await dialog.getByRole('button', { name: 'Rút lại bước cuối' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Đang giải quyết').first()).toBeVisible()
    await expect(page.getByText('Rút lại: Ghi nhầm ngày ra quyết định', { exact: false })).toBeVisible()
    await take(page, 'Ra quyết định giải quyết', '2025-11-27')
    await expect(page.getByText('Xong quá hạn')).toBeVisible()
  })

  const list = `/app/so/don-thu?unit=${encodeURIComponent(WARD)}&from=2025-08-27&to=2025-08-27`
  await test.step('the ward finds it by its words, typed without tones', async () => {
    await page.goto(`${list}&q=hom+thu+gop+y`)
    await expect(page.getByRole('link', { name: NAME }).first()).toBeVisible()
  })

  await test.step('the province sees that it is there and late, and not a word of it', async () => {
    await province.goto(list)
    await expect(province.getByText('Xong quá hạn').first()).toBeVisible()
    await expect(province.getByText('Lời văn và địa điểm của sổ này', { exact: false })).toBeVisible()
    await province.getByRole('link', { name: 'Đơn tố cáo' }).first().click()
    await expect(province.getByRole('heading', { level: 1 })).toHaveText('Đơn tố cáo')
    for (const words of [REMARK, VILLAGE]) await expect(province.getByText(words, { exact: false })).toHaveCount(0)
  })

  await test.step('nor can the province find it by its words', async () => {
    for (const words of ['hom thu gop y', VILLAGE]) {
      await province.goto(`${list}&q=${encodeURIComponent(words)}`)
      await expect(province.getByText('Không có dòng nào khớp bộ lọc')).toBeVisible()
    }
  })
  await context.close()
})
