// One large paper in a process of its own: `paper-child.ts <task> <size> <width>` prints milliseconds and megabytes over what stood before.
import { renderDocx } from '@kheo/writer/docx-writer.ts'
import { renderXlsx } from '@kheo/writer/xlsx-writer.ts'
import { plainDocx, plainXlsx } from './plain-papers.ts'
import { annexOf, paperOf, profileNamed } from './sample-papers.ts'

const MEGABYTE = 1_048_576

const [task = '', size = '1', width = '1'] = process.argv.slice(2)

/** Nine paragraphs of two sentences fill about a page. */
const long = () => paperOf(1, Number(width), 8, Number(size))
const annex = () => annexOf(Number(size), Number(width))

function workOf(): () => Promise<unknown> {
  const [paper, book] = task.startsWith('docx') ? [long(), null] : [null, annex()]
  if (task === 'docx' && paper !== null) {
    const profile = profileNamed(paper.profile)
    return () => renderDocx(paper, profile)
  }
  if (task === 'docx-plain' && paper !== null) return () => plainDocx(paper)
  if (task === 'xlsx' && book !== null) return () => renderXlsx(book)
  if (task === 'xlsx-plain' && book !== null) return () => plainXlsx(book)
  throw new Error(`no task ${task}`)
}

const work = workOf()
const before = process.memoryUsage().rss
const start = performance.now()
await work()
const ms = performance.now() - start
const peak = Math.max(process.resourceUsage().maxRSS * 1024, process.memoryUsage().rss)
process.stdout.write(JSON.stringify({ ms: Math.round(ms), mb: Math.round(Math.max(0, peak - before) / MEGABYTE) }))
