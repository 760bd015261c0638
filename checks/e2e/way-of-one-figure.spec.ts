// The main job, walked in the browser: entry → report → return → correction → approval → the province's number → back to the entry → paper.
import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { faultsOf } from './looks.ts'
import { people, signIn, typeDay } from './people.ts'
import { confirm, WARD } from './walk.ts'

const PROVINCE = 'P37@2025'
const NAME = 'Tổ tự quản bến nước sạch'

function reportOf(unit: string): string {
  return `/app/bao-cao/${encodeURIComponent(unit)}/dan-van/2026-H1`
}

const cellText = (page: Page, code: string) => page.locator(`#cell-${code}`)

test('a village entry becomes a number of the province, and the number leads back to it', async ({ browser }) => {
  const officer = (await signIn(browser, people.officer)).page
  const province = (await signIn(browser, people.province)).page

  await test.step('the officer finds the returned report among their work', async () => {
    await expect(officer.getByText('Số lượt tiếp công dân thấp hơn cùng kỳ', { exact: false })).toBeVisible()
  })

  await test.step('the officer registers a model', async () => {
    await officer.goto('/app/so/mo-hinh/moi')
    await officer.getByLabel('1. Tên mô hình').fill(NAME)
    await officer.getByLabel('Chủ thể thực hiện').fill('Hội Nông dân phường')
    await typeDay(officer, 'Ngày đăng ký', '2026-05-12')
    await officer.getByRole('radio', { name: 'Kinh tế' }).check({ force: true })
    await officer.getByRole('radio', { name: 'Khối xã, phường' }).check({ force: true })
    await officer.getByRole('radio', { name: 'Tập thể' }).check({ force: true })
    await officer.getByRole('radio', { name: 'Mới trong năm' }).check({ force: true })
    await officer.getByRole('button', { name: 'Ghi vào sổ' }).click()
    await expect(officer.getByRole('heading', { name: NAME })).toBeVisible()
  })

  await test.step('the officer logs a petition and sees why its deadline is what it is', async () => {
    await officer.goto('/app/so/don-thu/moi')
    await typeDay(officer, 'Ngày nhận', '2026-04-27')
    await officer.getByRole('radio', { name: 'Kiến nghị, phản ánh' }).check({ force: true })
    await officer.getByRole('radio', { name: 'Đất đai, nhà cửa' }).check({ force: true })
    await officer.getByRole('button', { name: 'Ghi vào sổ' }).click()
    await officer.getByText('Vì sao ra ngày này').click()
    await expect(
      officer
        .getByText('Giải phóng', { exact: false })
        .or(officer.getByText('30/4', { exact: false }))
        .first(),
    ).toBeVisible()
  })

  await test.step('the officer finds a Thursday of May missing from the book of receptions, and records it', async () => {
    await officer.goto('/app/so/tiep-cong-dan/moi')
    await typeDay(officer, 'Ngày tiếp', '2026-05-14')
    await officer.getByRole('radio', { name: 'Người đứng đầu tiếp định kỳ' }).check({ force: true })
    await officer.getByRole('radio', { name: 'Chủ tịch Ủy ban nhân dân cấp xã' }).check({ force: true })
    await officer.getByLabel(/^Số lượt tiếp/).fill('3')
    await officer.getByLabel(/^Số người được tiếp/).fill('4')
    await officer.getByLabel(/^Số vụ việc tiếp lần đầu/).fill('3')
    await officer.getByLabel(/^Số vụ việc tiếp nhiều lần/).fill('0')
    await officer.getByRole('button', { name: 'Ghi vào sổ' }).click()
    await expect(officer.getByRole('heading', { name: '3 lượt', exact: false })).toBeVisible()
  })

  await test.step('the report has counted all three; a typed cell is checked; the report is sent', async () => {
    await officer.goto(reportOf(WARD))
    await expect(cellText(officer, 'MH01')).toContainText('04')
    await expect(cellText(officer, 'XD03')).toContainText('11')
    await expect(cellText(officer, 'TD01')).toContainText('74')
    await expect(officer.locator('#input-TD01')).toHaveCount(0)
    const late = officer.locator('#input-CQ04')
    await late.fill('mười')
    await late.press('Tab')
    await expect(cellText(officer, 'CQ04')).toContainText('số', { ignoreCase: true })
    await late.fill('16')
    await late.press('Tab')
    await officer.locator('#input-CQ03').fill('1170')
    await officer.locator('#input-CQ03').press('Tab')
    await expect(officer.getByTestId('save-status')).toHaveAttribute('data-state', 'saved')
    await confirm(officer, 'Gửi')
    await expect(officer.getByText('Đã gửi').first()).toBeVisible()
  })

  await test.step('the province sees its totals at once and returns the report with a reason', async () => {
    await province.goto('/app/tong-hop?type=dan-van&period=2026-H1')
    await expect(province.getByRole('link', { name: 'Phường Duy Tiên' })).toBeVisible()
    await expect(province.getByTestId('board-total').first()).toContainText('25')
    await province.goto(reportOf(WARD))
    await confirm(province, 'Trả lại', async (dialog) => {
      await dialog.getByLabel('Lý do').fill('Đề nghị rà lại số hồ sơ quá hạn theo hệ thống một cửa.')
    })
    await expect(province.getByText('Đề nghị rà lại số hồ sơ quá hạn', { exact: false }).first()).toBeVisible()
  })

  await test.step('the officer proof-reads the narrative; a typed number becomes the live figure', async () => {
    await officer.goto(`${reportOf(WARD)}?tab=narrative`)
    await officer.getByRole('button', { name: 'Soát lời văn' }).click()
    await expect(officer.getByTestId('proof')).toContainText('Không thấy chỗ nào lệch số liệu')
    await officer.getByRole('button', { name: 'Sửa lời' }).first().click()
    await officer.getByLabel('Lời văn', { exact: true }).fill('Trong kỳ đã tiếp 58 lượt công dân.')
    await officer.getByRole('button', { name: 'Lưu', exact: true }).click()
    const proof = officer.getByTestId('proof')
    await expect(proof.getByRole('listitem')).toContainText('TD01')
    await expect(proof.locator('mark')).toHaveText('58')
    expect(await faultsOf(officer)).toEqual([])
    await proof.getByRole('button', { name: 'Thay bằng số của báo cáo' }).click()
    await expect(proof).toContainText('Đã thay bằng số của báo cáo')
    await expect(officer.getByText('Trong kỳ đã tiếp 74 lượt công dân.')).toBeVisible()
    await proof.getByRole('button', { name: 'Hoàn tác' }).click()
    await expect(proof.locator('mark')).toHaveText('58')
    await officer.getByRole('button', { name: 'Lấy lại lời chuẩn' }).click()
    await expect(proof).toContainText('Không thấy chỗ nào lệch số liệu')
    await officer.goto(reportOf(WARD))
  })

  await test.step('the officer corrects and sends again; the differences are shown', async () => {
    await officer.reload()
    for (const [code, figure] of [
      ['CQ03', '1172'],
      ['CQ04', '14'],
    ] as const) {
      await officer.locator(`#input-${code}`).fill(figure)
      await officer.locator(`#input-${code}`).press('Tab')
    }
    await expect(officer.getByTestId('save-status')).toHaveAttribute('data-state', 'saved')
    await confirm(officer, 'Gửi')
    await officer.getByRole('link', { name: 'Quá trình' }).click()
    await expect(officer.getByText('CQ04: 16 → 14', { exact: false }).first()).toBeVisible()
  })

  await test.step('the province approves it', async () => {
    await province.reload()
    await confirm(province, 'Duyệt')
    await expect(province.getByText('Đã duyệt').first()).toBeVisible()
  })

  await test.step('the province submits its own report and its leader approves it with units missing', async () => {
    await province.goto(reportOf(PROVINCE))
    await confirm(province, 'Gửi')
    const leader = (await signIn(browser, people.provinceLeader)).page
    await leader.goto(reportOf(PROVINCE))
    await confirm(leader, 'Duyệt', async (dialog) => {
      await dialog.getByRole('checkbox').check({ force: true })
    })
    await expect(leader.getByText('Đã duyệt').first()).toBeVisible()
    await leader.context().close()
  })

  await test.step('the province’s number leads through the ward to the entry', async () => {
    await province.reload()
    await province
      .getByRole('button', { name: /^Nguồn của MH01/ })
      .first()
      .click()
    const drawer = province.getByRole('dialog')
    await expect(drawer.getByTestId('source-total')).toContainText('25')
    await drawer.getByRole('button', { name: 'Xem nguồn ở Phường Duy Tiên' }).click()
    await expect(drawer.getByTestId('source-total')).toContainText('04')
    await drawer.getByRole('link', { name: NAME, exact: false }).click()
    await expect(province.getByRole('heading', { name: NAME })).toBeVisible()
  })

  await test.step('the report is issued and downloaded as Word and Excel, and the front page lists it', async () => {
    await province.goto(reportOf(PROVINCE))
    await confirm(province, 'Ban hành', async (dialog) => {
      await dialog.getByLabel('Số văn bản').fill('118')
    })
    for (const name of [/Word|\.docx/, /Excel|\.xlsx/]) {
      await province.getByRole('button', { name: 'Tải về' }).click()
      const download = province.waitForEvent('download')
      await province.getByRole('menuitem', { name }).first().click()
      const bytes = readFileSync(await (await download).path())
      expect(bytes.subarray(0, 2).toString()).toBe('PK')
      expect(bytes.length).toBeGreaterThan(5000)
    }
    await province.goto('/')
    await expect(province.getByRole('cell', { name: 'Tỉnh Ninh Bình' })).toBeVisible()
  })
})
