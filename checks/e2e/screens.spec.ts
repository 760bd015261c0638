// Every screen, on a desk and on a phone: no fault that axe finds, no page wider than its window, reachable by keyboard.
import AxeBuilder from '@axe-core/playwright'
import { registers } from '@kheo/features/registers/list.ts'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { baseUrl, people, signIn } from './people.ts'
import { wider } from './walk.ts'

const screens = [
  '/app',
  '/app/them',
  '/app/so',
  '/app/so/ghi-nhanh',
  '/app/so/hop-dan/tro-ly',
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
const WIDTHS = [1280, 360]
/** Pages of one person that are open at once: two processors have work while a page waits for its net to be still. */
const LANES = 4

/** What stands where there is no page, and where one broke. */
const BROKEN = new Set(['Không có trang này', 'Trang này gặp lỗi'])

/** What is wrong with a page as it stands, at each width; nothing is when it is empty. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    // No screen has frames, so axe needs no page beside this one, and nobody reads what passed.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
    for (const { id, nodes } of (await axe.analyze()).violations)
      faults.push(`${id} at ${width} px: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
    const over = await wider(page)
    if (over > 0) faults.push(`wider than its window of ${width} px by ${over}`)
  }
  await page.setViewportSize({ width: WIDTHS[0] ?? 0, height: 800 })
  return faults
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.locator('main h1').first().waitFor()
  await page.waitForLoadState('networkidle')
}

/** Looks at all these screens, several at once; each may name a further one. Answers what is wrong, by screen. */
async function lookAt(
  context: BrowserContext,
  paths: readonly string[],
  further: (page: Page, path: string) => Promise<string | null> = () => Promise.resolve(null),
): Promise<string[]> {
  const waiting = [...paths]
  const faults: string[] = []
  const lane = async () => {
    const page = await context.newPage()
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const at = path
      await open(page, at)
      const title = await page.locator('main h1').first().innerText()
      if (BROKEN.has(title)) faults.push(`${at}: ${title}`)
      faults.push(...(await faultsOf(page)).map((fault) => `${at}: ${fault}`))
      const next = await further(page, at)
      if (next !== null) waiting.unshift(next)
    }
    await page.close()
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return faults
}

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
      if (entry !== null) entries.push(entry)
      return entry
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

/** Moves on by Tab until this has the focus. */
async function tabTo(page: Page, target: ReturnType<Page['locator']>): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((it) => it === document.activeElement)) return
  }
  throw new Error(`no key leads to ${target.toString()}`)
}

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
