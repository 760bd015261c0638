// Every screen, on a desk and on a phone: no fault that axe finds, no page wider than its window, reachable by keyboard.
import { registers } from '@kheo/features/registers/list.ts'
import { expect, test } from '@playwright/test'
import { lookAt, open } from './looks.ts'
import { baseUrl, people, signIn } from './people.ts'
import { tabTo } from './walk.ts'

const screens = [
  '/app',
  '/app/them',
  '/app/so',
  '/app/so/ghi-nhanh',
  '/app/so/hop-dan/tro-ly',
  '/app/bao-cao',
  '/app/bao-cao/X13324%402025/dan-van/2026-H1',
  '/app/doc-bao-cao',
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

test('screens on a desk and on a phone', async ({ browser }) => {
  const { context } = await signIn(browser, people.officer)
  expect(await lookAt(context, screens)).toEqual([])
  await context.close()
})

test('every register: list, new entry, first entry, paper book, import', async ({ browser }) => {
  test.setTimeout(240_000)
  const { context } = await signIn(browser, people.officer)
  const lists = new Set(registers.map((register) => `/app/so/${register.address}`))
  const entries: string[] = []
  const faults = await lookAt(
    context,
    [...lists].flatMap((list) => [list, `${list}/moi`, `${list}/in`, `${list}/nhap`]),
    async (page, path) => {
      const first = page.locator('main .row-link').first()
      const entry = lists.has(path) && (await first.count()) > 0 ? await first.getAttribute('href') : null
      if (entry === null) return []
      entries.push(entry)
      return [entry]
    },
  )
  expect(faults).toEqual([])
  expect(entries.length, 'registers of which the demonstration ward has entries').toBeGreaterThan(20)
  await context.close()
})

test('the board of a province, and the administrator’s positions', async ({ browser }) => {
  for (const [who, path] of [
    [people.province, '/app/tong-hop?type=dan-van&period=2026-H1'],
    [people.administrator, '/app/tai-khoan?tab=positions'],
  ] as const) {
    const { context } = await signIn(browser, who)
    expect(await lookAt(context, [path])).toEqual([])
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

test('a person works by keyboard alone: skip link, list, form, a gap named, saved', async ({ browser }) => {
  const { page, context } = await signIn(browser, people.officer)
  await open(page, '/app/so/hoat-dong')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Đến nội dung chính' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('link', { name: 'Ghi hoạt động mới' }).first())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Ghi hoạt động mới' })).toBeFocused()

  const title = 'Quán triệt nghị quyết bằng bàn phím'
  await tabTo(page, page.getByLabel('Loại hoạt động'))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Loại hoạt động')).toHaveValue('propaganda-meeting')
  await tabTo(page, page.getByLabel('Nội dung', { exact: true }))
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel(/^Số lượt người dự/)).toBeFocused()
  await page.keyboard.type('45')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused()
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
