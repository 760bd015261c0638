// A conference from the register to the tasks that came of it: planned from a pattern, invited to, attended by code, concluded.
import { expect, test } from '@playwright/test'
import { faultsOf } from './looks.ts'
import { pagesOf, saved } from './files.ts'
import { people, signIn, typeDay } from './people.ts'
import { confirm, dayFromNow, fill, pick, record } from './walk.ts'

const NAME = 'Hội nghị giao ban công tác dân vận chuyên đề vệ sinh môi trường'
const TODAY = dayFromNow(0)
const GUESTS = ['Bí thư chi bộ; Tổ dân phố số 3', 'Trưởng ban công tác Mặt trận; Tổ dân phố số 5; Khách mời']
const CONCLUSION = 'Lập lịch tổng vệ sinh ngõ xóm vào thứ Bảy hằng tuần'

test('a conference leads from one line of a register to its tasks', async ({ browser }) => {
  const { page, context } = await signIn(browser, people.officer)
  const part = (name: string) => page.getByRole('link', { name, exact: true }).click()

  await test.step('the officer enters it, and the plan is made from a pattern', async () => {
    await page.goto('/app/so/hoi-nghi/moi')
    await typeDay(page, 'Ngày tổ chức', TODAY)
    await pick(page, 'Giao ban')
    await fill(page, 'Tên hội nghị', NAME)
    await page.getByRole('checkbox', { name: 'Công tác dân vận', exact: true }).check({ force: true })
    await fill(page, /^Nơi họp/, 'Hội trường Ủy ban nhân dân phường')
    await fill(page, /^Chủ trì/, 'Phó Bí thư Thường trực Đảng ủy phường')
    await record(page, NAME)
    await page.goto('/app/hoi-nghi')
    await page.getByRole('link', { name: NAME }).click()
    await confirm(page, 'Lập từ mẫu')
    await page.getByRole('button', { name: 'Lưu kế hoạch' }).click()
    await expect(page.getByText('Đã lưu kế hoạch.')).toBeVisible()
  })

  await test.step('guests are pasted as they stand in a sheet', async () => {
    await part('Đại biểu')
    await page.getByRole('button', { name: 'Dán danh sách' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Danh sách đại biểu').fill(GUESTS.join('\n'))
    await dialog.getByRole('button', { name: 'Mời', exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(/Đã đến 0+\/02 đại biểu/)).toBeVisible()
  })
  const guest = page.getByRole('row').filter({ hasText: 'Bí thư chi bộ' })
  const code = await guest.locator('.font-mono').innerText()

  await test.step('the invitation is a page for each guest', async () => {
    await part('Giấy tờ')
    const { bytes } = await saved(page, page.getByRole('link', { name: 'PDF: Giấy mời' }))
    expect(pagesOf(bytes)).toBe(GUESTS.length)
  })

  await test.step('at the door a phone takes the code once, and says so the second time', async () => {
    const door = await signIn(browser, people.officer, { width: 360 })
    await door.page.goto('/app/hoi-nghi/diem-danh')
    for (const said of ['Đã ghi có mặt', 'Đã điểm danh trước đó']) {
      await door.page.getByLabel('Gõ mã trên giấy mời').fill(code)
      await door.page.getByRole('button', { name: 'Ghi có mặt' }).click()
      await expect(door.page.getByText(said)).toBeVisible()
    }
    await expect(door.page.getByText('Đã đến 01/02').first()).toBeVisible()
    expect(await faultsOf(door.page, [360])).toEqual([])
    await door.context.close()
  })

  await test.step('it was held; what it concluded is written down and given as a task', async () => {
    await page.reload()
    await part('Diễn biến, kết luận')
    await confirm(page, 'Ghi đã tổ chức')
    await page.getByRole('button', { name: 'Thêm kết luận' }).click()
    await page.getByLabel('Việc kết luận').fill(CONCLUSION)
    await page
      .getByRole('row')
      .filter({ has: page.getByLabel('Việc kết luận') })
      .getByLabel('Chủ trì')
      .fill('Ủy ban nhân dân phường')
    await page.getByRole('button', { name: 'Lưu diễn biến, kết luận' }).click()
    await expect(page.getByText('Đã lưu diễn biến, kết luận.')).toBeVisible()
    await page.getByRole('button', { name: 'Giao 1 việc theo kết luận' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Số thông báo kết luận').fill('88-TB/ĐU')
    await dialog.getByRole('button', { name: 'Giao việc' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Đã giao 1 việc.')).toBeVisible()
  })

  await test.step('the task stands in the book of tasks, and names the conference', async () => {
    await page.getByRole('link', { name: 'Mở nhiệm vụ' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(CONCLUSION)
    await expect(page.locator('main dd').filter({ hasText: '88-TB/ĐU' })).toBeVisible()
    await expect(page.getByRole('link', { name: NAME }).first()).toBeVisible()
  })
  await context.close()
})
