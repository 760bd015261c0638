// Every screen of papers, conferences, awards, news and given tasks, and the public pages that come of them: on a desk and on a phone.
import { expect, type Page, test } from '@playwright/test'
import { faultsOf, lookAt, open } from './looks.ts'
import { baseUrl, people, signIn } from './people.ts'

const CONFERENCE_PARTS = ['ke-hoach', 'dai-bieu', 'tham-luan', 'cho-ngoi', 'dien-bien', 'giay-to']
/** Of the demonstration: its council has yet to vote. */
const ROUND = 'Khen thưởng công tác dân vận năm 2026'
const ROUND_TABS = ['list', 'council', 'decision', 'papers']

/** The first address on the page that begins so; `named`: of the link with these words. */
async function firstLink(page: Page, start: string, named = ''): Promise<string> {
  const links = page.locator(`main a[href^="${start}"]`)
  const found = await links.filter({ hasText: named }).first().getAttribute('href')
  if (found === null) throw new Error(`${page.url()} leads to no ${start}`)
  return found
}

/** From lists to what they hold: the first of each, with its parts. */
const opened = (leads: Readonly<Record<string, (page: Page) => Promise<readonly string[]>>>) => {
  const reached: string[] = []
  return {
    reached,
    further: async (page: Page, path: string) => {
      const found = (await leads[path]?.(page)) ?? []
      reached.push(...found)
      return found
    },
  }
}

const UNIT = encodeURIComponent('X13324@2025')
const PROVINCE = encodeURIComponent('P37@2025')
const one = (start: string) => async (page: Page) => [await firstLink(page, start)]
const withParts =
  (start: string, param: string, parts: readonly string[], named = '') =>
  async (page: Page): Promise<string[]> => {
    const [address] = (await firstLink(page, start, named)).split('?')
    return parts.map((part) => `${address}?${param}=${part}`)
  }

test('the officer of a ward: papers, a coming conference, a round of awards', async ({ browser }) => {
  const { context } = await signIn(browser, people.officer)
  const leads = {
    '/app/van-ban?state=draft': async (page: Page) => {
      const draft = await firstLink(page, `/app/van-ban/${UNIT}/`)
      return [draft, `${draft}?edit=1`]
    },
    '/app/van-ban?state=issued': async (page: Page) => {
      const issued = await firstLink(page, `/app/van-ban/${UNIT}/`)
      return [issued, `${issued}/the-thuc`]
    },
    '/app/van-ban?direction=in': one(`/app/van-ban/${UNIT}/`),
    '/app/hoi-nghi': withParts(`/app/hoi-nghi/${UNIT}/`, 'phan', CONFERENCE_PARTS),
    '/app/khen-thuong': withParts(`/app/khen-thuong/${UNIT}/`, 'tab', ROUND_TABS, ROUND),
  }
  const { reached, further } = opened(leads)
  const alone = [
    '/app/van-ban',
    '/app/van-ban/in',
    '/app/van-ban/in?direction=in',
    '/app/van-ban/kiem-tra',
    '/app/van-ban/the-thuc',
    '/app/van-ban/the-thuc?kind=quyet-dinh',
    '/app/van-ban/mau',
    '/app/hoi-nghi?khi=all',
    '/app/hoi-nghi/diem-danh',
    '/app/khen-thuong/phoi',
    '/app/tin-bai',
    `/app/tin-bai/${UNIT}/moi`,
  ]
  expect(await lookAt(context, [...Object.keys(leads), ...alone], further)).toEqual([])
  expect(reached).toHaveLength(5 + CONFERENCE_PARTS.length + ROUND_TABS.length)
  await context.close()
})

test('the officer of a province: a conference that was held, its news, and tasks given to wards', async ({
  browser,
}) => {
  const { context } = await signIn(browser, people.province)
  const leads = {
    '/app': one('/app/nhiem-vu/duoc-giao/'),
    '/app/hoi-nghi?khi=held': withParts(`/app/hoi-nghi/${PROVINCE}/`, 'phan', CONFERENCE_PARTS),
    '/app/tin-bai': async (page: Page) => {
      const article = await firstLink(page, `/app/tin-bai/${PROVINCE}/0`)
      return [article, `${article}?xem=sua`]
    },
  }
  const { reached, further } = opened(leads)
  expect(await lookAt(context, Object.keys(leads), further)).toEqual([])
  expect(reached).toHaveLength(1 + CONFERENCE_PARTS.length + 2)
  await context.close()
})

test('what everybody may read: news, the calendar of work, whether a paper is genuine', async ({ browser }) => {
  const { page: officer, context: signedIn } = await signIn(browser, people.officer)
  await officer.goto('/app/van-ban?state=issued')
  await officer.locator(`main a[href^="/app/van-ban/${UNIT}/"]`).first().click()
  const check = await officer.getByRole('link', { name: 'Mở trang kiểm tra' }).getAttribute('href')
  await signedIn.close()
  const context = await browser.newContext({ baseURL: baseUrl(), javaScriptEnabled: true, locale: 'vi-VN' })
  const leads = { '/tin': one('/tin/') }
  const { reached, further } = opened(leads)
  const code = new URL(check ?? '', baseUrl()).pathname
  const alone = ['/lich', '/lich?xem=thang', '/kiem-tra', code, '/tin?lang=en', '/kiem-tra/khong-co-ma-nay']
  expect(await lookAt(context, [...Object.keys(leads), ...alone], further)).toEqual([])
  expect(reached).toHaveLength(1)
  await context.close()
})

test('dialogs in which papers, conferences and awards begin', async ({ browser }) => {
  const { page, context } = await signIn(browser, people.officer)
  const faults: string[] = []
  const lookAtDialog = async (button: string | RegExp): Promise<void> => {
    await page.getByRole('button', { name: button }).first().click()
    await page.getByRole('dialog').waitFor()
    faults.push(...(await faultsOf(page)).map((fault) => `${button}: ${fault}`))
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await open(page, '/app/van-ban?state=draft')
  const draft = await firstLink(page, `/app/van-ban/${UNIT}/`)
  for (const button of ['Soạn văn bản', 'Đặt số bắt đầu']) await lookAtDialog(button)
  await open(page, '/app/van-ban?direction=in')
  await lookAtDialog('Vào sổ văn bản đến')
  await open(page, draft)
  for (const button of ['Ban hành', 'Bỏ dự thảo']) await lookAtDialog(button)
  await open(page, '/app/hoi-nghi')
  const box = await firstLink(page, `/app/hoi-nghi/${UNIT}/`)
  await open(page, `${box}?phan=dai-bieu`)
  for (const button of ['Dán danh sách', 'Lấy từ hội nghị trước', 'Mời đơn vị trực thuộc', 'Thêm đại biểu'])
    await lookAtDialog(button)
  await open(page, '/app/khen-thuong')
  await lookAtDialog('Mở đợt khen thưởng')
  await open(page, await firstLink(page, `/app/khen-thuong/${UNIT}/`, ROUND))
  for (const button of ['Thêm hồ sơ', 'Chọn hồ sơ trong sổ', 'Thứ tự, tiền thưởng']) await lookAtDialog(button)
  expect(faults).toEqual([])
  await context.close()
})
