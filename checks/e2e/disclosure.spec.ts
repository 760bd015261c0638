// What must be disclosed: forms and days judged by the law of the day, the missing one named, and a law that changes from a day on.
import { expect, test, type Page } from '@playwright/test'
import { people, signIn, typeDay } from './people.ts'
import { counted, fill, record } from './walk.ts'

const COUNTS = ['DC01', 'DC02'] as const
const RULE = 'Số ngày phát liên tục tối thiểu trên hệ thống truyền thanh'

/** Fills in a fee disclosed on the board, the web and the loudspeaker; who tells the villages comes after. */
async function disclose(page: Page, it: { subject: string; from: string; start: string; until: string }) {
  await page.goto('/app/so/cong-khai/moi')
  await typeDay(page, 'Ngày phải công khai', it.from)
  await page.getByLabel('Nội dung theo Điều 11').selectOption({ label: '10. Đối tượng, mức thu thuế, phí, lệ phí' })
  await fill(page, 'Nội dung cụ thể', it.subject)
  await typeDay(page, 'Niêm yết từ ngày', it.start)
  await typeDay(page, 'Niêm yết đến ngày', it.until)
  await typeDay(page, 'Đăng trang điện tử từ ngày', it.start)
  await typeDay(page, 'Phát truyền thanh từ ngày', it.start)
  await fill(page, /^Số ngày phát liên tục/, '3')
}

const verdict = (page: Page) => page.locator('dl > div').filter({ has: page.getByText('Kết luận', { exact: true }) })

async function changeRule(page: Page, value: string, from: string): Promise<void> {
  await page.goto('/app/luat?q=truyen+thanh')
  await page.getByRole('button', { name: `Đổi mức: ${RULE}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^Mức mới/).fill(value)
  await typeDay(page, 'Áp dụng từ ngày', from)
  await dialog.getByLabel('Căn cứ').fill('Văn bản dùng thử của bản minh họa')
  await dialog.getByLabel('Lý do').fill('Thử đổi mức theo ngày áp dụng')
  await dialog.getByRole('button', { name: 'Đổi mức', exact: true }).click()
  await expect(dialog).toBeHidden()
}

test('what is disclosed is judged by the law of its own day', async ({ browser }) => {
  const { page, context } = await signIn(browser, people.officer)
  const before = await counted(page, 'cong-khai', COUNTS)
  const older = { subject: 'Mức thu phí vệ sinh quý IV', from: '2025-10-06', start: '2025-10-08', until: '2025-11-10' }

  await test.step('a form that the law asks for is named while typing, and stays named on the entry', async () => {
    await disclose(page, older)
    await expect(page.getByText('Hình thức còn thiếu: Qua Trưởng thôn', { exact: false })).toBeVisible()
    await record(page, older.subject)
    await expect(verdict(page)).toContainText('Chưa đúng quy định')
    expect(await counted(page, 'cong-khai', COUNTS)).toEqual([(before[0] ?? 0) + 1, before[1]])
  })

  await test.step('the village heads had been told in time: corrected, it is right and counts', async () => {
    await page.getByRole('link', { name: older.subject }).first().click()
    await page.getByRole('link', { name: 'Sửa' }).click()
    await typeDay(page, 'Gửi Trưởng thôn để thông báo ngày', '2025-10-09')
    await page.getByRole('checkbox', { name: 'Họp dân' }).check({ force: true })
    await record(page, older.subject)
    await expect(verdict(page)).toContainText('Công khai đúng quy định')
  })
  const olderUrl = page.url()
  expect(await counted(page, 'cong-khai', COUNTS)).toEqual(before.map((count) => count + 1))

  await test.step('the screen of the law says which forms the item needs, and for how long', async () => {
    await page.goto('/app/luat?tab=disclosure')
    const item = page.getByRole('row').filter({ hasText: 'Đối tượng, mức thu thuế, phí, lệ phí' })
    for (const form of ['Niêm yết', 'truyền thanh', 'Trưởng thôn'])
      await expect(item.getByRole('listitem').filter({ hasText: form }).first()).toBeVisible()
    await page.goto('/app/luat?q=truyen+thanh')
    await expect(page.getByRole('row').filter({ hasText: RULE })).toContainText('3 ngày')
    await expect(page.getByRole('button', { name: /^Đổi mức/ })).toHaveCount(0)
  })

  const administrator = await signIn(browser, people.administrator)
  await test.step('the administrator sets five days of broadcasting from November, and three again from December', async () => {
    await changeRule(administrator.page, '5', '2025-11-01')
    await changeRule(administrator.page, '3', '2025-12-01')
    await administrator.page.getByRole('button', { name: `Các mức của ${RULE}` }).click()
    await expect(administrator.page.getByRole('dialog').getByText('từ 01/11/2025 đến 30/11/2025')).toBeVisible()
    await administrator.context.close()
  })

  await test.step('three days are too few for a disclosure of November', async () => {
    const newer = { subject: 'Mức thu phí chợ', from: '2025-11-10', start: '2025-11-12', until: '2025-12-20' }
    await disclose(page, newer)
    await typeDay(page, 'Gửi Trưởng thôn để thông báo ngày', '2025-11-12')
    await expect(page.getByText('Hình thức chưa đủ ngày: Truyền thanh', { exact: false })).toBeVisible()
    await record(page, newer.subject)
    await expect(verdict(page)).toContainText('Chưa đúng quy định')
  })

  await test.step('the older one stays right, even when it is corrected after the change', async () => {
    await page.goto(olderUrl)
    await expect(verdict(page)).toContainText('Công khai đúng quy định')
    await page.getByRole('link', { name: 'Sửa' }).click()
    await fill(page, /^Niêm yết tại|^Nơi niêm yết|^Địa điểm/, 'Trụ sở phường')
    await record(page, older.subject)
    await expect(verdict(page)).toContainText('Công khai đúng quy định')
    expect(await counted(page, 'cong-khai', COUNTS)).toEqual([(before[0] ?? 0) + 2, (before[1] ?? 0) + 1])
  })
  await context.close()
})
