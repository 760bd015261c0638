// People of the demonstration world who sign in, each in a browser of their own.
import type { Browser, BrowserContext, Page } from '@playwright/test'

export const PASSWORD = 'danvankheo'
export const people = {
  officer: 'duy-tien.ninh-binh.nay',
  wardLeader: 'duy-tien.ninh-binh.ld',
  province: 'ninh-binh.tonghop',
  provinceLeader: 'ninh-binh.lanhdao',
  administrator: 'quantri',
} as const

export const baseUrl = (): string => {
  const url = process.env['KHEO_E2E_URL']
  if (url === undefined) throw new Error('the server is not running')
  return url
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>
const kept = new Map<string, Cookies>()

/** Signs in by the form, as a person does; once for each person, for the server lets an address sign in only so often. */
export async function signIn(
  browser: Browser,
  username: string,
  options: { width?: number } = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    baseURL: baseUrl(),
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    acceptDownloads: true,
    viewport: { width: options.width ?? 1280, height: 800 },
    storageState: { cookies: kept.get(username) ?? [], origins: [] },
  })
  const page = await context.newPage()
  await page.goto('/app')
  if (!kept.has(username)) {
    await page.getByLabel('Tên đăng nhập').fill(username)
    await page.getByLabel('Mật khẩu').fill(PASSWORD)
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
  }
  await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor()
  kept.set(username, await context.cookies())
  return { page, context }
}

/** Types a day into a date field, part by part: day, month, year. */
export async function typeDay(page: Page, label: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-')
  await page.getByRole('group', { name: label }).getByRole('spinbutton').first().click()
  await page.keyboard.type(`${date}${month}${year}`)
}
