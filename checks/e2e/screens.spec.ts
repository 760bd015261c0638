// Every screen, on a desk and on a phone: no fault that axe finds, no page wider than its window, reachable by keyboard.
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { baseUrl, people, signIn } from './people.ts'

const screens = [
  '/app',
  '/app/so/ghi-nhanh',
  '/app/so/mo-hinh',
  '/app/so/mo-hinh/moi',
  '/app/so/don-thu',
  '/app/so/don-thu/moi',
  '/app/bao-cao',
  '/app/bao-cao/X13324%402025/dan-van/2026-H1',
  '/app/so-lieu',
  '/app/don-vi',
  '/app/luat',
  '/app/luat?tab=holidays',
  '/app/luat?tab=trial&from=2026-04-24',
  '/app/luat?tab=disclosure',
  '/app/luat?tab=sheets',
  '/app/don-vi/X13324%402025',
  '/app/tai-khoan',
]

for (const width of [1280, 360]) {
  test(`screens at ${width} px`, async ({ browser }) => {
    const { page, context } = await signIn(browser, people.officer, { width })
    for (const path of screens) {
      await page.goto(path)
      await page.locator('main h1').first().waitFor()
      await page.waitForLoadState('networkidle')
      const found = await new AxeBuilder({ page }).analyze()
      expect(
        found.violations.map(
          (violation) => `${path}: ${violation.id} ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
        ),
      ).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        `${path} is wider than its window`,
      ).toBeLessThanOrEqual(0)
    }
    await context.close()
  })
}

test('the board of a province, and the administrator’s positions', async ({ browser }) => {
  for (const [who, path] of [
    [people.province, '/app/tong-hop?type=dan-van&period=2026-H1'],
    [people.administrator, '/app/tai-khoan?tab=positions'],
  ] as const) {
    const { page, context } = await signIn(browser, who)
    await page.goto(path)
    await page.locator('main h1').first().waitFor()
    await page.waitForLoadState('networkidle')
    const found = await new AxeBuilder({ page }).analyze()
    expect(found.violations.map((violation) => `${path}: ${violation.id}`)).toEqual([])
    await context.close()
  }
})

test('the front page says what this is, in two languages, without a script', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: baseUrl(), javaScriptEnabled: false, locale: 'vi-VN' })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nhập một lần ở cơ sở')
  await expect(
    page
      .getByRole('cell', { name: 'Thị xã Duy Tiên' })
      .or(page.getByRole('cell', { name: 'Huyện Duy Tiên' }))
      .first(),
  ).toBeVisible()
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Record once')
  await context.close()
})

test('a person works by keyboard alone: skip link, list, entry', async ({ browser }) => {
  const { page, context } = await signIn(browser, people.officer)
  await page.goto('/app/so/mo-hinh')
  await page.locator('main h1').first().waitFor()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Đến nội dung chính' })).toBeFocused()
  await page.keyboard.press('Enter')
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press('Tab')
    if (
      await page
        .getByRole('link', { name: 'Ghi mô hình, điển hình mới' })
        .first()
        .evaluate((link) => link === document.activeElement)
    )
      break
  }
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('1. Tên mô hình')).toBeVisible()
  await context.close()
})

test('a wrong password is refused in a sentence, and nobody gets in', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: baseUrl(), locale: 'vi-VN' })
  const page = await context.newPage()
  await page.goto('/app')
  await page.getByLabel('Tên đăng nhập').fill(people.officer)
  await page.getByLabel('Mật khẩu').fill('khong-phai-mat-khau')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Việc của tôi' })).toBeHidden()
  await context.close()
})
