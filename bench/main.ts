// npm run bench -- <name>: runs one bench and prints its one JSON line. `--small` runs it on a few units, to see that it still works.
const BENCHES = {
  lineage: () => import('./lineage.ts'),
  submit: () => import('./submit.ts'),
  registers: () => import('./registers.ts'),
  rollup: () => import('./rollup.ts'),
  sheet: () => import('./sheet.ts'),
  papers: () => import('./papers.ts'),
  read: () => import('./read.ts'),
} as const

const isName = (word: string | undefined): word is keyof typeof BENCHES =>
  word !== undefined && Object.hasOwn(BENCHES, word)

async function main(words: readonly string[]): Promise<void> {
  const name = words.find((word) => !word.startsWith('--'))
  if (!isName(name)) {
    process.stderr.write(`npm run bench -- <${Object.keys(BENCHES).join(' | ')}> [--small]\n`)
    process.exitCode = 2
    return
  }
  const { run } = await BENCHES[name]()
  process.stdout.write(`${JSON.stringify(await run({ small: words.includes('--small') }))}\n`)
}

await main(process.argv.slice(2))
