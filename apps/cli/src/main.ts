// kheo: the same actions as HTTP, from the command line. Errors are one line with a code; exit status 0 or not.
import { parseArgs } from 'node:util'
import { DatabaseRefusal } from '@kheo/db/problems.ts'
import { databaseSentence } from '@kheo/db/problems.vi.ts'
import { sentenceBook } from '@kheo/features/server.ts'
import { Refusal, sentenceOf } from '@kheo/kit/problem.ts'
import { commands } from './commands.ts'
import { UsageError } from './session.ts'
import { help, helpText } from './texts.ts'

const STRINGS = [
  'out',
  'data',
  'dir',
  'units',
  'lineage',
  'unit',
  'type',
  'period',
  'from',
  'to',
  'boundaries',
  'kind',
  'codes',
  'username',
  'profile',
] as const

const print = (text: string): void => void process.stdout.write(`${text}\n`)
const complain = (code: string, sentence: string): void => void process.stderr.write(`${code}: ${sentence}\n`)

function sentenceFor(problem: { readonly code: string }): string {
  if (problem.code === 'cli.not_empty')
    return `Thư mục ${(problem as { folder?: string }).folder} không trống. Đề nghị chọn thư mục khác.`
  return sentenceOf(sentenceBook, 'vi', problem) ?? problem.code
}

async function main(argv: readonly string[]): Promise<number> {
  const read = (() => {
    try {
      const options = {
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean' },
        trial: { type: 'boolean' },
        why: { type: 'boolean' },
        ...Object.fromEntries(STRINGS.map((name) => [name, { type: 'string' as const }])),
      } as const
      return parseArgs({ args: [...argv], options, allowPositionals: true })
    } catch (error) {
      complain('cli.usage', error instanceof Error ? error.message : String(error))
      return undefined
    }
  })()
  if (read === undefined) return 2
  const { positionals: words, values: options } = read
  const two = words.slice(0, 2).join(' ')
  const name = help[two] === undefined ? (words[0] ?? '') : two
  const run = commands[name]
  if (options.help === true || words.length === 0) {
    print(helpText(name))
    return 0
  }
  if (run === undefined) {
    complain('cli.unknown_command', `Không có lệnh “${words.join(' ')}”. Xem các lệnh: kheo --help`)
    return 2
  }
  try {
    const outcome = await run(options, words.slice(name.split(' ').length))
    const json = outcome.each === true && Array.isArray(outcome.json) ? outcome.json : [outcome.json]
    if (options.json === true) for (const line of json) print(JSON.stringify(line))
    else for (const line of outcome.lines) print(line)
    return outcome.isBad === true ? 1 : 0
  } catch (error) {
    if (error instanceof UsageError) {
      complain('cli.usage', `Thiếu hoặc sai ${error.message}. Cách dùng: ${help[name]?.usage ?? ''}`)
      return 2
    }
    if (error instanceof Refusal) complain(error.problem.code, sentenceFor(error.problem))
    else if (error instanceof DatabaseRefusal) complain(error.problem.code, databaseSentence(error.problem))
    else complain('cli.failed', error instanceof Error ? (error.stack ?? error.message) : String(error))
    return 1
  }
}

// Whoever reads only the first lines closes the pipe: no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await main(process.argv.slice(2))
