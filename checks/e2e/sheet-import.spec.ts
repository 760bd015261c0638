// A table of Excel into a register: the template, a paste with one wrong cell, the marked workbook, the good rows, and out again.
import { readFileSync } from 'node:fs'
import { readSheets } from '@kheo/writer/sheet-reader.ts'
import { expect, test, type Page } from '@playwright/test'
import { people, signIn } from './people.ts'
import { counted, QUIET } from './walk.ts'

const COUNTS = ['TT01', 'TT02'] as const
const MARK = 'đợt hai'
const ROWS = [
  ['Ngày tổ chức', 'Loại hoạt động', 'Nội dung', 'Số lượt người dự', 'Nơi tổ chức'],
  ['07/10/2025', 'Hội nghị tuyên truyền, quán triệt', `Tuyên truyền phòng cháy, ${MARK}`, '86', 'Tổ dân phố số 2'],
  ['32/10/2025', 'Hội nghị tuyên truyền, quán triệt', `Tuyên truyền giao thông, ${MARK}`, '54', 'Tổ dân phố số 5'],
  ['21/10/2025', 'Hội nghị tuyên truyền, quán triệt', `Tuyên truyền chuyển đổi số, ${MARK}`, '1.040', 'Hội trường'],
] as const

/** Presses what starts a download, and reads the file. */
async function download(page: Page, start: () => Promise<void>): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await start()
  return readFileSync(await (await coming).path())
}

/** All words of a workbook, sheet by sheet. */
async function wordsOf(bytes: Buffer): Promise<string> {
  const read = await readSheets(bytes)
  if (!read.ok) throw new Error(JSON.stringify(read))
  return read.value.map((sheet) => sheet.rows.map((row) => row.cells.map(cellWords).join(' | ')).join('\n')).join('\n')
}

const cellWords = (cell: unknown): string => (typeof cell === 'string' ? cell : (JSON.stringify(cell) ?? ''))

test('a sheet goes in cell by cell, only its right rows are recorded, and the register goes out again', async ({
  browser,
}) => {
  const { page, context } = await signIn(browser, people.officer)
  const before = await counted(page, 'hoat-dong', COUNTS)
  await page.getByRole('link', { name: 'Nhập từ Excel' }).first().click()

  await test.step('the template has the columns of the register', async () => {
    const template = await download(page, () => page.getByRole('link', { name: 'Tải tệp mẫu' }).click())
    const words = await wordsOf(template)
    for (const head of ROWS[0]) expect(words).toContain(head)
  })

  await test.step('a pasted table with one wrong cell: that cell is named, with what to do', async () => {
    await page.getByLabel('Dán từ Excel').fill(ROWS.map((row) => row.join('\t')).join('\n'))
    await page.getByRole('button', { name: 'Kiểm tra' }).click()
    await expect(page.getByText('Có 3 dòng, 2 dòng ghi được.')).toBeVisible()
    const wrong = page.getByRole('table').getByRole('row')
    await expect(wrong).toHaveCount(2)
    await expect(wrong.last()).toContainText('A · Ngày tổ chức')
    await expect(wrong.last()).toContainText('32/10/2025')
  })

  await test.step('the workbook to mend carries the explanation at the cell’s own row', async () => {
    const marked = await download(page, () => page.getByRole('button', { name: 'Tải tệp đánh dấu ô sai' }).click())
    const words = await wordsOf(marked)
    const row = words.split('\n').find((line) => line.includes(`Tuyên truyền giao thông, ${MARK}`))
    expect(row).toMatch(/Cột [A-Z]+ \(Ngày tổ chức\): .*32\/10\/2025/)
  })

  await test.step('only the right rows are recorded, and counted', async () => {
    await page.getByRole('button', { name: 'Chỉ ghi 2 dòng đúng' }).click()
    await expect(page.getByText('Đã ghi 2 dòng vào sổ.')).toBeVisible()
    await page.getByRole('link', { name: 'Xem các dòng vừa ghi' }).click()
    await expect(page.getByRole('link', { name: `Tuyên truyền chuyển đổi số, ${MARK}` }).first()).toBeVisible()
    await expect(page.getByText(`Tuyên truyền giao thông, ${MARK}`)).toHaveCount(0)
    const after = await counted(page, 'hoat-dong', COUNTS)
    expect(after.map((count, at) => count - (before[at] ?? 0))).toEqual([2, 1126])
  })

  await test.step('the register goes out as it is narrowed, to Excel and to plain text', async () => {
    await page.goto(`/app/so/hoat-dong?from=${QUIET.from}&to=${QUIET.to}&q=dot+hai`)
    for (const [format, read] of [
      ['Excel (.xlsx)', wordsOf],
      ['CSV', (bytes: Buffer) => Promise.resolve(bytes.toString('utf8'))],
    ] as const) {
      await page.getByRole('button', { name: 'Tải về' }).click()
      const words = await read(await download(page, () => page.getByRole('menuitem', { name: format }).click()))
      expect(words).toContain(`Tuyên truyền phòng cháy, ${MARK}`)
      expect(words).not.toContain('Tuyên truyền giao thông')
    }
  })
  await context.close()
})
