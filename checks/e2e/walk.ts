// How a person walks through a register, for tests: record an entry, take a step on a day, read what was counted.
import { expect, type Locator, type Page } from '@playwright/test'
import { TEST_DAY } from './day.ts'
import { typeDay } from './people.ts'

export const WARD = 'X13324@2025'
/** A quarter in which the demonstration tells no story of the ward: what is counted there is the test's own. */
export const QUIET = { period: '2025-Q4', from: '2025-10-01', to: '2025-12-31' } as const

const DAY_MS = 24 * 3_600_000
/** A day so many days from the day of the tests. */
export const dayFromNow = (days: number): string =>
  new Date(Date.parse(TEST_DAY) + days * DAY_MS).toISOString().slice(0, 10)

export const fill = async (page: Page, label: string | RegExp, words: string): Promise<void> =>
  page.getByLabel(label).fill(words)

export const pick = async (page: Page, label: string): Promise<void> =>
  page.getByRole('radio', { name: label, exact: true }).check({ force: true })

/** Presses the form's own button and waits for the entry's page under its name. */
export async function record(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Ghi vào sổ' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
}

/** Presses a button that asks once more, answers in its dialog, and confirms. */
export async function confirm(page: Page, action: string, answer?: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await answer?.(dialog)
  await dialog.getByRole('button', { name: action, exact: true }).click()
  await expect(dialog).toBeHidden()
}

/** Takes the step that is called so, on a day. */
export const take = (page: Page, step: string, day: string, answer?: (dialog: Locator) => Promise<void>) =>
  confirm(page, step, async (dialog) => {
    await typeDay(page, 'Ngày thực hiện', day)
    await answer?.(dialog)
  })

/** What the register's own list says it has counted for these indicators within the quiet quarter. */
export async function counted(page: Page, address: string, codes: readonly string[]): Promise<number[]> {
  await page.goto(`/app/so/${address}?from=${QUIET.from}&to=${QUIET.to}`)
  return Promise.all(
    codes.map(async (code) => {
      const line = page.locator('dl > div').filter({ has: page.getByText(code, { exact: true }) })
      return Number((await line.locator('dd').innerText()).replaceAll(/\D/g, ''))
    }),
  )
}

export const wider = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** Moves on by Tab until this has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((it) => it === document.activeElement)) return
  }
  throw new Error(`no key leads to ${target.toString()}`)
}
