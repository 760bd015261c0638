// The village-meeting helper on a small phone: settle, count, lose the net, count on, and find the vote with its arithmetic in the register.
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { people, signIn, typeDay } from './people.ts'
import { counted, wider } from './walk.ts'

const VOTES = ['DC04', 'DC05', 'DC06'] as const
const QUESTION = 'Mỗi hộ góp 500.000 đồng làm đường ngõ'
const AGREE = '+1: Tán thành'

const key = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Presses a key as fast as a thumb can: two hundred presses one by one would take a test a minute. */
const tap = (page: Page, name: string, count: number): Promise<void> =>
  key(page, name).evaluate((button: HTMLElement, presses) => {
    for (let nth = 0; nth < presses; nth += 1) button.click()
  }, count)

test('318 households vote in a hall without a net; the register keeps the vote and how it was reckoned', async ({
  browser,
}) => {
  const { page, context } = await signIn(browser, people.officer, { width: 360 })
  const before = await counted(page, 'hop-dan', VOTES)

  await test.step('the helper asks for what it needs before it settles the households', async () => {
    await page.goto('/app/so/hop-dan')
    await page.getByRole('link', { name: 'Trợ giúp họp dân' }).click()
    await page.getByRole('heading', { name: 'Trợ giúp họp dân' }).waitFor()
    await page.getByRole('button', { name: 'Chốt số hộ' }).click()
    await expect(page.getByText('Chưa ghi tên thôn, tổ dân phố.')).toBeVisible()
  })

  await test.step('318 households are settled, 301 of them are there', async () => {
    await typeDay(page, 'Ngày họp', '2025-11-08')
    await page.getByLabel('Thôn, tổ dân phố', { exact: true }).fill('Tổ dân phố số 12')
    await page.getByLabel('Tổng số hộ của thôn').fill('318')
    await page.getByLabel('Số hộ có người đại diện dự họp').fill('301')
    await page.getByRole('button', { name: 'Chốt 318 hộ' }).click()
    await expect(page.getByText('Đã chốt 318 hộ, 301 hộ dự họp')).toBeVisible()
    await expect(page.getByLabel('Tổng số hộ của thôn')).toHaveCount(0)
  })

  await test.step('205 agree to contribute: not yet, for two thirds of all households are 212', async () => {
    await page.getByLabel('Chủ trương, mức đóng góp').check()
    await page.getByLabel('Việc đưa ra biểu quyết').fill(QUESTION)
    await tap(page, AGREE, 205)
    await expect(page.getByText('≥ 2/3 của 318 hộ = 212 hộ; 205 hộ tán thành: chưa đạt')).toBeVisible()
    await expect(page.getByText('còn thiếu 7 hộ tán thành', { exact: false })).toBeVisible()
  })

  await test.step('the net goes; votes are counted on, one is taken back, and it passes', async () => {
    await context.setOffline(true)
    for (let nth = 0; nth < 8; nth += 1) await key(page, AGREE).click()
    await page.getByRole('button', { name: 'Bỏ lần bấm vừa rồi' }).click()
    await expect(page.getByText('212 hộ tán thành: đạt')).toBeVisible()
    await tap(page, '+1: Không tán thành', 89)
    await expect(page.getByText('Đã đếm đủ 301 hộ dự họp')).toBeVisible()
    await expect(key(page, AGREE)).toBeDisabled()
  })

  await test.step('on a phone of 320 px no key is too small and nothing is too wide', async () => {
    await page.setViewportSize({ width: 320, height: 700 })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual(
      [],
    )
    expect(await wider(page)).toBeLessThanOrEqual(0)
    for (const name of [AGREE, '−1: Tán thành']) {
      const box = await key(page, name).boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(56)
    }
    await page.setViewportSize({ width: 360, height: 800 })
  })

  await test.step('it is kept on the phone, and saved by itself when the net is back', async () => {
    await page.getByRole('button', { name: 'Ghi kết quả việc này' }).click()
    await page.getByRole('button', { name: 'Lưu vào sổ' }).click()
    await expect(page.getByText('Không có mạng.')).toBeVisible()
    await context.setOffline(false)
    await expect(page.getByText('Đã lưu cuộc họp và 1 việc vào sổ')).toBeVisible()
  })

  await test.step('the entry shows the vote, the arithmetic and whose rule it is', async () => {
    await page.getByRole('link', { name: 'Mở dòng trong sổ' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Tổ dân phố số 12')
    for (const words of [QUESTION, 'Thông qua', '≥ 2/3 của 318 hộ = 212 hộ; 212 hộ tán thành: đạt'])
      await expect(page.getByText(words, { exact: false }).first()).toBeVisible()
    await expect(page.getByText(/^Căn cứ: Luật Thực hiện dân chủ ở cơ sở 2022/).first()).toBeVisible()
  })

  await test.step('the register counts one meeting, one matter, one that passed', async () => {
    const after = await counted(page, 'hop-dan', VOTES)
    expect(after.map((count, at) => count - (before[at] ?? 0))).toEqual([1, 1, 1])
  })

  await test.step('the helper remembers that it was saved, and begins another meeting empty', async () => {
    await page.goto('/app/so/hop-dan/tro-ly')
    await expect(page.getByText('Đã lưu cuộc họp và 1 việc vào sổ')).toBeVisible()
    await page.getByRole('button', { name: 'Cuộc họp khác' }).click()
    await expect(page.getByLabel('Thôn, tổ dân phố', { exact: true })).toHaveValue('')
  })
  await context.close()
})
