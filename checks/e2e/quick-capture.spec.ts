// Quick capture on a small phone: a sentence becomes the register's own form, filled in, to be checked and recorded there.
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { people, signIn } from './people.ts'

test('a sentence opens the form of its register with the draft filled in', async ({ browser }) => {
  const { page, context } = await signIn(browser, people.officer, { width: 360 })
  await expect(page.getByLabel('Hôm nay có việc gì?')).toBeVisible()
  await page.goto('/app/so/ghi-nhanh')
  await page.getByText('Ví dụ').waitFor()
  await context.setOffline(true)
  await page
    .getByLabel('Hôm nay có việc gì?')
    .fill('Bà con tổ dân phố số 97 phản ánh đường ngập nước, 15 ý kiến, liên hệ bà Nguyễn Thị Tâm 0912345678')
  await expect(page.getByText('Hiểu là: Sổ nắm tình hình Nhân dân')).toBeVisible()
  await expect(page.getByText('số điện thoại “0912345678”')).toBeVisible()
  await expect(page.getByText('tên người “Nguyễn Thị Tâm”')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Kiểm tra và ghi' }).click()

  const matter = page.getByRole('textbox', { name: 'Vấn đề', exact: true })
  await expect(matter).toHaveValue(/^Bà con tổ dân phố số 97 phản ánh đường ngập nước, 15 ý kiến/)
  await expect(matter).not.toHaveValue(/0912345678|Tâm/)
  await expect(page.getByRole('textbox', { name: 'Số ý kiến, kiến nghị' })).toHaveValue('15')
  await expect(page.locator('#field-village')).toHaveValue('Tổ dân phố số 97')
  await context.close()
})
