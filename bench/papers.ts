// Papers in numbers: communes' reports, a long report, an annex of the nation, certificates, PDF; each beside the usual way of making the same.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PaperDocument } from '@kheo/writer/block-model.ts'
import type { CertificateSheet } from '@kheo/writer/certificate/fit.ts'
import { type CertificateLayout, parseCertificateLayouts } from '@kheo/writer/certificate/layout.ts'
import { renderCertificates } from '@kheo/writer/certificate/render-certificates.ts'
import { renderDocx } from '@kheo/writer/docx-writer.ts'
import { renderPdf } from '@kheo/writer/pdf/render-pdf.ts'
import { plainDocx } from './lib/plain-papers.ts'
import { paperOf, profileNamed } from './lib/sample-papers.ts'
import { median, round, times } from './lib/stats.ts'

/** The program of LibreOffice, where a machine has it. */
const OFFICE = 'soffice'
const CHILD = fileURLToPath(new URL('./lib/paper-child.ts', import.meta.url))
const PROFILE = profileNamed('nha-nuoc-2020')

/** Reports made one way before it is the other's turn. */
const TURN = 50

/** Milliseconds and megabytes over what the process held before the work. */
type Cost = { readonly ms: number; readonly mb: number }
type Compared = Cost & {
  readonly baseline: Cost
  readonly ratio: number
  readonly aim: { readonly ms: number; readonly mb: number }
}

export type PapersLine = {
  bench: 'papers'
  /** Reports of one commune a second, one after the other. */
  communes: { perSecond: number; baselinePerSecond: number; ratio: number; aimPerSecond: number }
  /** 60 pages and an annex of 3,000 rows as .docx. */
  long: Compared
  /** 3,321 units × 120 indicators as .xlsx. */
  annex: Compared
  /** 100 certificates in one file; the baseline makes a file for each. */
  certificates: { n: number; ms: number; baselineMs: number; ratio: number; aimMs: number }
  /** A report of three pages; the baseline is null where no LibreOffice is installed. */
  pdf: { ms: number; baselineMs: number | null; ratio: number | null; aimMs: number }
}

const childCost = (task: string, size: number, width: number): Cost =>
  JSON.parse(execFileSync(process.execPath, [CHILD, task, String(size), String(width)], { encoding: 'utf8' })) as Cost

/** Medians of processes run in turns, so that whatever else the machine does falls on both alike. */
function compared(kind: 'docx' | 'xlsx', size: number, width: number, rounds: number, aim: Cost): Compared {
  const own: Cost[] = []
  const plain: Cost[] = []
  for (let at = 0; at < rounds; at += 1) {
    own.push(childCost(kind, size, width))
    plain.push(childCost(`${kind}-plain`, size, width))
  }
  const middle = (costs: readonly Cost[]): Cost => ({
    ms: median(costs.map(({ ms }) => ms)),
    mb: median(costs.map(({ mb }) => mb)),
  })
  const [made, baseline] = [middle(own), middle(plain)]
  return { ...made, baseline, ratio: round(made.ms / baseline.ms), aim }
}

async function communes(count: number): Promise<PapersLine['communes']> {
  const papers = Array.from({ length: count }, (_, at) => paperOf(at + 1, 8, 1, 60))
  const own: number[] = []
  const plain: number[] = []
  for (const paper of papers.slice(0, 5)) {
    await renderDocx(paper, PROFILE)
    await plainDocx(paper)
  }
  for (let at = 0; at < count; at += TURN) {
    const some = papers.slice(at, at + TURN)
    for (const paper of some) own.push(...(await times(1, () => renderDocx(paper, PROFILE))))
    for (const paper of some) plain.push(...(await times(1, () => plainDocx(paper))))
  }
  const perSecond = (taken: readonly number[]): number => (taken.length * 1000) / taken.reduce((sum, ms) => sum + ms, 0)
  return {
    perSecond: round(perSecond(own), 0),
    baselinePerSecond: round(perSecond(plain), 0),
    ratio: round(perSecond(own) / perSecond(plain)),
    aimPerSecond: 100,
  }
}

function someLayout(): CertificateLayout {
  const file = new URL('../catalogue/formats/certificates.json', import.meta.url)
  const parsed = parseCertificateLayouts(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.ok || parsed.value[0] === undefined) throw new Error('no layout of a certificate')
  return parsed.value[0]
}

const certificate = (number: number): CertificateSheet => ({
  recipient: `Tổ dân vận tổ dân phố số ${number}`,
  achievement: 'Đã có thành tích xuất sắc trong phong trào thi đua "Dân vận khéo" năm 2025',
})

async function certificates(n: number): Promise<PapersLine['certificates']> {
  const layout = someLayout()
  const file = { date: '2025-12-20', title: 'Giấy khen công tác dân vận năm 2025' }
  // Each draws words of its own: what was drawn before is remembered by the printer.
  const sheets = (from: number): CertificateSheet[] => Array.from({ length: n }, (_, at) => certificate(from + at))
  await renderCertificates(layout, [certificate(0)], file)
  const [ms = 0] = await times(1, () => renderCertificates(layout, sheets(1), file))
  const [baselineMs = 0] = await times(1, async () => {
    for (const sheet of sheets(n + 1)) await renderCertificates(layout, [sheet], file)
  })
  return { n, ms: round(ms, 0), baselineMs: round(baselineMs, 0), ratio: round(ms / baselineMs), aimMs: 2_000 }
}

/** Milliseconds of LibreOffice over the .docx of the same paper, its start counted in; null where there is none. */
async function officeMs(docx: Uint8Array, rounds: number): Promise<number | null> {
  if (spawnSync(OFFICE, ['--version'], { stdio: 'ignore' }).status !== 0) return null
  const folder = mkdtempSync(join(tmpdir(), 'kheo-bench-'))
  try {
    const paper = join(folder, 'bao-cao.docx')
    writeFileSync(paper, docx)
    const words = [
      `-env:UserInstallation=file://${folder}/office`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      paper,
    ]
    const convert = async (): Promise<unknown> => execFileSync(OFFICE, words, { stdio: 'ignore' })
    // The first start makes a folder of settings, which is not what is compared.
    await convert()
    return median(await times(rounds, convert))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function pdf(rounds: number, withOffice: boolean): Promise<PapersLine['pdf']> {
  // Another paper each time: what was drawn before is remembered by the printer.
  let number = 0
  const another = (): PaperDocument => {
    number += 1
    return paperOf(number, 4, 2, 20)
  }
  await renderPdf(another(), PROFILE)
  const ms = median(await times(rounds, () => renderPdf(another(), PROFILE)))
  const baselineMs = withOffice ? await officeMs(await renderDocx(another(), PROFILE), Math.min(rounds, 5)) : null
  return {
    ms: round(ms, 1),
    baselineMs: baselineMs === null ? null : round(baselineMs, 0),
    ratio: baselineMs === null ? null : round(ms / baselineMs, 3),
    aimMs: 100,
  }
}

export async function run({ small }: { readonly small: boolean }): Promise<PapersLine> {
  return {
    bench: 'papers',
    communes: await communes(small ? 3 : 200),
    long: compared('docx', small ? 30 : 3_000, small ? 2 : 45, small ? 1 : 5, { ms: 1_500, mb: 300 }),
    annex: compared('xlsx', small ? 20 : 3_321, small ? 20 : 120, small ? 1 : 5, { ms: 3_000, mb: 150 }),
    certificates: await certificates(small ? 3 : 100),
    pdf: await pdf(small ? 1 : 15, !small),
  }
}
