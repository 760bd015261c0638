// A round of commendation from its opening to its certificates: nominated, reviewed, voted on, decided by an issued decision, printed.
import { expect, test } from '@playwright/test'
import { pagesOf, saved } from './files.ts'
import { people, signIn } from './people.ts'
import { confirm } from './walk.ts'

const ROUND = 'Chuyên đề chỉnh trang ngõ xóm năm nay'
const WINNERS = ['Chi hội Nông dân tổ dân phố số 3', 'Tổ dân vận tổ dân phố số 5'] as const

test('a round of awards goes from nominations to a file of certificates', async ({ browser }) => {
  const { page, context } = await signIn(browser, people.officer)
  const tab = (name: string) => page.getByRole('link', { name, exact: true }).click()

  await test.step('the officer opens a round and nominates two collectives', async () => {
    await page.goto('/app/khen-thuong')
    await confirm(page, 'Mở đợt khen thưởng', async (dialog) => {
      await dialog.getByLabel('Tên đợt').fill(ROUND)
      await dialog.getByLabel('Cơ quan đề nghị').fill('Khối dân vận phường')
    })
    await expect(page.getByRole('heading', { level: 1 })).toContainText(ROUND)
    await page.getByRole('button', { name: 'Thêm hồ sơ' }).click()
    for (const name of WINNERS) {
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Tên tập thể hoặc họ tên cá nhân').fill(name)
      await dialog.getByLabel('Thành tích').fill(`${name} chỉnh trang 600 m đường ngõ`)
      await dialog.getByRole('button', { name: 'Thêm hồ sơ' }).click()
      await expect(page.getByText(`Đã thêm “${name}”`, { exact: false })).toBeVisible()
      await expect(dialog.getByLabel('Tên tập thể hoặc họ tên cá nhân')).toHaveValue('')
    }
    await page.keyboard.press('Escape')
    for (const name of WINNERS) await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible()
  })

  await test.step('the office says that it has looked at them', async () => {
    await confirm(page, 'Ghi đã rà soát', async (dialog) => {
      await dialog.getByLabel('Chức vụ người rà soát').fill('Cán bộ tổng hợp phường')
    })
  })

  await test.step('the council votes on the whole list at once', async () => {
    await tab('Hội đồng')
    await page.getByLabel('Số thành viên Hội đồng').fill('9')
    await page.getByLabel('Số có mặt').fill('8')
    await page.getByRole('button', { name: 'Điền tất cả bằng số có mặt' }).click()
    await page.getByRole('button', { name: 'Ghi phiếu 2 hồ sơ' }).click()
    await expect(page.getByText('8/9')).toHaveCount(2)
  })

  await test.step('the decision is written and issued', async () => {
    await tab('Văn bản, giấy khen')
    await page.getByRole('button', { name: /^Viết: Quyết định khen thưởng/ }).click()
    await page.getByRole('link', { name: /^Mở văn bản: Quyết định khen thưởng/ }).click()
    await expect(page.locator('article.paper')).toContainText(WINNERS[0])
    await confirm(page, 'Ban hành')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Quyết định số')
    await page.goBack()
  })

  await test.step('deciding stops at what the file lacks, until a reason is given', async () => {
    await tab('Quyết định, trao thưởng')
    await page.getByRole('button', { name: 'Ghi quyết định (2)' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi quyết định' }).click()
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Hồ sơ của đợt còn thiếu')
    await page.keyboard.press('Escape')
    await tab('Hồ sơ')
    await page.getByRole('button', { name: /^Ghi lý do: Hồ sơ của đợt còn thiếu/ }).click()
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Báo cáo thành tích lưu bản giấy trong hồ sơ của đợt.')
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi lý do' }).click()
    await expect(page.getByText('Báo cáo thành tích lưu bản giấy', { exact: false })).toBeVisible()
  })

  await test.step('it counts for both, who get their certificates', async () => {
    await tab('Quyết định, trao thưởng')
    await page.getByRole('button', { name: 'Ghi quyết định (2)' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi quyết định' }).click()
    await expect(page.getByRole('button', { name: 'Ghi trao thưởng (2)' })).toBeVisible()
    await tab('Văn bản, giấy khen')
    await page.getByRole('button', { name: 'In 2 giấy khen' }).click()
    const { bytes } = await saved(page, page.getByRole('link', { name: 'Tải tệp PDF để in' }))
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pagesOf(bytes)).toBe(2)
    await expect(page.getByText(/Số vào sổ \d+/)).toHaveCount(2)
  })
  await context.close()
})
