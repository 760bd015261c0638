// A task given by a province to a ward: received by keyboard alone, carried on in the ward's own book, seen by the province.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import { expect, test } from '@playwright/test'
import { faultsOf } from './looks.ts'
import { people, signIn, typeDay } from './people.ts'
import { confirm, dayFromNow, fill, pick, record, tabTo, take } from './walk.ts'

const TASK = 'Rà soát các tổ dân vận thôn, tổ dân phố sau sắp xếp'
const [TODAY, DUE, LATER] = [dayFromNow(0), dayFromNow(20), dayFromNow(27)]
const LEAD = 'Khối dân vận phường'

test('a province gives a task to a ward, which receives it by keyboard and tells how far it is', async ({
  browser,
}) => {
  const { page: province, context: above } = await signIn(browser, people.province)
  let task = ''

  await test.step('the province enters the task and gives it to one ward', async () => {
    await province.goto('/app/so/nhiem-vu/moi')
    await typeDay(province, 'Ngày giao', TODAY)
    await fill(province, 'Nội dung việc', TASK)
    await pick(province, 'Văn bản chỉ đạo')
    await fill(province, 'Đơn vị hoặc chức danh chủ trì', 'Các phường thuộc thị xã cũ')
    await typeDay(province, 'Hạn hoàn thành', DUE)
    await record(province, TASK)
    task = province.url()
    await province.getByRole('button', { name: 'Giao cho đơn vị' }).click()
    const dialog = province.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: 'Phường Duy Tiên', exact: true }).check({ force: true })
    await dialog.getByRole('button', { name: 'Giao cho 1 đơn vị' }).click()
    await expect(dialog).toBeHidden()
    await expect(province.getByRole('row').filter({ hasText: 'Phường Duy Tiên' })).toContainText('Chờ nhận')
  })

  const { page: ward, context: below } = await signIn(browser, people.officer)
  await test.step('the ward receives it without a pointer', async () => {
    await tabTo(ward, ward.getByRole('link', { name: TASK }))
    await ward.keyboard.press('Enter')
    await expect(ward.getByRole('heading', { level: 1 })).toBeFocused()
    await tabTo(ward, ward.getByRole('button', { name: 'Nhận việc' }))
    await ward.keyboard.press('Enter')
    const dialog = ward.getByRole('dialog')
    await tabTo(ward, dialog.getByLabel('Đơn vị hoặc chức danh chủ trì'))
    await ward.keyboard.type(LEAD)
    await ward.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(ward.locator('main .badge').first()).toContainText('Đã nhận')
    await tabTo(ward, ward.getByRole('link', { name: 'Mở việc này trong sổ' }))
    await ward.keyboard.press('Enter')
    await expect(ward.getByRole('heading', { level: 1 })).toContainText(TASK)
  })

  await test.step('the ward tells in its own book how far it is', async () => {
    await take(ward, 'Cập nhật tiến độ', TODAY, async (dialog) => {
      await dialog.getByLabel(/^Khối lượng đã làm/).fill('60')
      await dialog.getByLabel(/^Tiến độ, vướng mắc/).fill('Đã rà soát 6/10 tổ.')
    })
  })

  await test.step('the province sees it, and cannot take the task back any more', async () => {
    await province.goto(task)
    const row = province.getByRole('row').filter({ hasText: 'Phường Duy Tiên' })
    await expect(row).toContainText('Đang thực hiện')
    await expect(row).toContainText('60% · Đã rà soát 6/10 tổ.')
    await row.getByRole('link', { name: 'Phường Duy Tiên' }).click()
    await expect(province.getByText('Đơn vị nhận việc')).toBeVisible()
    await expect(province.getByRole('button', { name: 'Thu hồi' })).toHaveCount(0)
  })

  await test.step('the ward asks for more time and the province grants it', async () => {
    await ward.goto(province.url())
    await expect(ward.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await faultsOf(ward)).toEqual([])
    await confirm(ward, 'Đề nghị gia hạn', async (dialog) => {
      await typeDay(ward, 'Hạn mới đề nghị', LATER)
      await dialog.getByLabel('Lý do').fill('Hai tổ mới sáp nhập, chờ kiện toàn.')
    })
    await province.reload()
    await confirm(province, 'Đồng ý lùi hạn')
    await expect(province.getByText(`hạn ${viDate(calendarDate(LATER))}`, { exact: false }).first()).toBeVisible()
  })
  await above.close()
  await below.close()
})
