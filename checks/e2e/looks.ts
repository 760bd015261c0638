// How screens are looked at on a desk and on a phone: faults that axe finds, pages wider than their window, pages that broke.
import AxeBuilder from '@axe-core/playwright'
import type { BrowserContext, Page } from '@playwright/test'
import { wider } from './walk.ts'

const WIDTHS = [1280, 360]
/** Pages of one person that are open at once: two processors have work while a page waits for its net to be still. */
const LANES = 4

/** What stands where there is no page, and where one broke. */
const BROKEN = new Set(['Không có trang này', 'Trang này gặp lỗi'])

/** What is wrong with a page as it stands, at each width; nothing is when it is empty. */
export async function faultsOf(page: Page, widths: readonly number[] = WIDTHS): Promise<string[]> {
  const faults: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    // No screen has frames, so axe needs no page beside this one, and nobody reads what passed.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
    for (const { id, nodes } of (await axe.analyze()).violations)
      faults.push(`${id} at ${width} px: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
    const over = await wider(page)
    if (over > 0) faults.push(`wider than its window of ${width} px by ${over}`)
  }
  await page.setViewportSize({ width: widths[0] ?? 0, height: 800 })
  return faults
}

export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.locator('main h1').first().waitFor()
  await page.waitForLoadState('networkidle')
}

/** Looks at all these screens, several at once; each may name further ones. Answers what is wrong, by screen. */
export async function lookAt(
  context: BrowserContext,
  paths: readonly string[],
  further: (page: Page, path: string) => Promise<readonly string[]> = () => Promise.resolve([]),
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
      waiting.unshift(...(await further(page, at)))
    }
    await page.close()
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return faults
}
