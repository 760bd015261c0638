// The whole life of a model "Dân vận khéo": likeness, approval, launch, points, recognition by two levels, copies, report, paper.
import { expect, test } from '@playwright/test'
import { people, signIn, typeDay } from './people.ts'
import { counted, fill, pick, QUIET, record, take, WARD } from './walk.ts'

const NAME = 'Tuyến đường hoa tự quản ven kênh'
const SPONSOR = 'Hội Nông dân phường'
const LIFE = ['MH01', 'MH12', 'MH14', 'MH15', 'MH16', 'MH17'] as const
const POINTS = ['14', '9', '17,5', '22', '9', '8', '7']

test('a model lives from its registration to the places that copy it', async ({ browser }) => {
  const { page } = await signIn(browser, people.officer)
  const before = await counted(page, 'mo-hinh', LIFE)

  await test.step('a name like another sponsor’s is shown beside the field, with the reasons', async () => {
    await page.goto('/app/so/mo-hinh/moi')
    await fill(page, '1. Tên mô hình', NAME)
    await fill(page, 'Chủ thể thực hiện', SPONSOR)
    await page.getByLabel('Chủ thể thực hiện').press('Tab')
    await expect(page.getByText('Có mô hình gần giống')).toBeVisible()
    await expect(page.getByText(/Giống \d+%: cùng từ: tuyến đường hoa tự quản/).first()).toBeVisible()
    await expect(page.getByText(`khác chủ thể: ${SPONSOR}`, { exact: false }).first()).toBeVisible()
  })

  await test.step('it is another model, so it is registered all the same', async () => {
    await typeDay(page, 'Ngày đăng ký', '2025-10-02')
    for (const choice of ['Văn hóa - xã hội', 'Khối xã, phường', 'Tập thể', 'Mới trong năm']) await pick(page, choice)
    await fill(page, /^3\. Mục tiêu/, 'Mỗi hộ ven kênh chăm 5 m đường hoa trước nhà đến hết năm')
    await fill(page, /^9\. Sản phẩm/, '1,2 km đường hoa được chăm sóc hằng tuần')
    await record(page, NAME)
  })

  await test.step('it is approved, launched and monitored', async () => {
    await take(page, 'Duyệt danh mục', '2025-10-06')
    await take(page, 'Ra mắt', '2025-10-10')
    await take(page, 'Kiểm tra, theo dõi', '2025-10-24')
    await expect(page.getByText('Đang thực hiện').first()).toBeVisible()
  })

  await test.step('the office gives its points by the sheet of the day, and a criterion cannot have more than it holds', async () => {
    await page.getByRole('button', { name: 'Tự chấm điểm' }).click()
    const dialog = page.getByRole('dialog')
    await typeDay(page, 'Ngày chấm', '2025-11-10')
    const criteria = dialog.getByRole('textbox')
    await expect(criteria).toHaveCount(POINTS.length)
    for (const [at, points] of POINTS.entries()) await criteria.nth(at).fill(at === 0 ? '16' : points)
    await dialog.getByRole('button', { name: 'Lưu điểm' }).click()
    await expect(dialog.getByText('Có tiêu chí chưa đúng', { exact: false })).toBeVisible()
    await criteria.first().fill(POINTS[0] ?? '')
    await expect(dialog.getByText('Tổng 86,5/100 điểm, xếp loại tốt')).toBeVisible()
    await dialog.getByRole('button', { name: 'Lưu điểm' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Tự chấm: 86,5 điểm, xếp loại tốt', { exact: false })).toBeVisible()
  })

  await test.step('the commune recognises it and puts it forward', async () => {
    await take(page, 'Tự đánh giá', '2025-11-12')
    await take(page, 'Công nhận cấp xã', '2025-11-20')
    await take(page, 'Đề nghị cấp tỉnh', '2025-11-24')
    await expect(page.getByRole('button', { name: 'Công nhận cấp tỉnh' })).toHaveCount(0)
  })

  await test.step('the province’s officer recognises it', async () => {
    const province = await signIn(browser, people.province)
    await province.page.goto(page.url())
    await take(province.page, 'Công nhận cấp tỉnh', '2025-12-08')
    await expect(province.page.getByText('Cấp tỉnh: ngày 08/12/2025')).toBeVisible()
    await province.context.close()
  })

  await test.step('two places copy it', async () => {
    await page.reload()
    for (const [day, where] of [
      ['2025-12-15', 'Tổ dân phố số 3'],
      ['2025-12-22', 'Tổ dân phố số 8'],
    ] as const)
      await take(page, 'Nhân rộng', day, async (dialog) => {
        await dialog.getByLabel(/^Số nơi nhân rộng/).fill('1')
        await dialog.getByLabel(/^Những nơi làm theo/).fill(where)
      })
    await expect(page.getByText('2 nơi làm theo')).toBeVisible()
  })

  await test.step('its profile prints on one sheet, or two', async () => {
    const here = page.url()
    await page.getByRole('link', { name: 'Hồ sơ mô hình' }).click()
    await expect(page.getByText('IV. Chấm điểm')).toBeVisible()
    await expect(page.getByText('1 nơi, ngày 22/12/2025', { exact: false })).toBeVisible()
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const sheets = paper.match(/\/Type\s*\/Page\b/g)?.length ?? 0
    expect(sheets).toBeGreaterThanOrEqual(1)
    expect(sheets).toBeLessThanOrEqual(2)
    await page.goto(here)
  })

  await test.step('the register and the report of the quarter count every stage of its life once', async () => {
    const after = await counted(page, 'mo-hinh', LIFE)
    expect(after.map((count, at) => count - (before[at] ?? 0))).toEqual([1, 1, 1, 1, 1, 2])
    await page.goto(`/app/bao-cao/${encodeURIComponent(WARD)}/dan-van/${QUIET.period}`)
    for (const [at, code] of LIFE.entries())
      await expect(page.locator(`#cell-${code}`)).toContainText(String(after[at]).padStart(2, '0'))
    await page
      .getByRole('button', { name: /^Nguồn của MH16/ })
      .first()
      .click()
    await expect(page.getByRole('dialog').getByRole('link', { name: NAME }).first()).toBeVisible()
  })
})
