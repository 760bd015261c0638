// The letters of the old 8-bit codings, as signs of Latin-1, made into Unicode. Which coding a text has is not decided here.
import tcvn3 from './tables/tcvn3.json' with { type: 'json' }
import viscii from './tables/viscii.json' with { type: 'json' }
import vni from './tables/vni.json' with { type: 'json' }

/** `tcvn3-capitals`: fonts such as .VnTimeH, which draw every letter as a capital. */
export type OldLetters = 'tcvn3' | 'tcvn3-capitals' | 'vni' | 'viscii'

/** In the tables this stands for a byte that the coding leaves open; the sign then stays. */
const OPEN = '\ufffd'

function tableOf(rows: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const pairs = Object.entries(rows).flatMap(([from, letters]) =>
    [...letters].map((letter, at) => [String.fromCharCode(Number.parseInt(from, 16) + at), letter] as const),
  )
  return new Map(pairs.filter(([, letter]) => letter !== OPEN))
}

const TCVN3 = tableOf(tcvn3.rows)
const VISCII = new Map([...tableOf(viscii.rows), ...tableOf(viscii.low)])

/** `aù` → `á`, by sign and letter, in both cases. */
const VNI_LETTERS = new Map(
  Object.entries(vni.letters).flatMap(([sign, letter]): (readonly [string, string])[] => [
    [sign, letter],
    [sign.toUpperCase(), letter.toUpperCase()],
  ]),
)
const VNI_MARKED = new Map(
  vni.marks.flatMap(({ on, signs, give }) =>
    [...on].flatMap((base) =>
      [...signs].flatMap((sign, at) => {
        const letter = `${base}${give[at] ?? ''}`.normalize('NFC')
        // The fonts draw the mark of either case the same, so people typed both.
        return [sign, sign.toUpperCase()].flatMap((each): (readonly [string, string])[] => [
          [`${base}${each}`, letter],
          [`${base.toUpperCase()}${each}`, letter.toUpperCase()],
        ])
      }),
    ),
  ),
)

const byTable = (text: string, table: ReadonlyMap<string, string>): string =>
  text.replace(/[\p{Cc}\u00a0-\u00ff]/gu, (sign) => table.get(sign) ?? sign)

function fromVni(text: string): string {
  let made = ''
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    const base = VNI_LETTERS.get(sign) ?? sign
    const marked = VNI_MARKED.get(base + (text[at + 1] ?? ''))
    made += marked ?? base
    if (marked !== undefined) at += 1
  }
  return made
}

/** Text whose Vietnamese letters are Latin-1 signs of an old font. Other signs stay. NFC. */
export function fromOldLetters(text: string, letters: OldLetters): string {
  // Some programs keep the bytes of such fonts in the private area.
  const plain = text.replace(/[\uf0a0-\uf0ff]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xf000))
  if (letters === 'vni') return fromVni(plain).normalize('NFC')
  if (letters === 'viscii') return byTable(plain, VISCII).normalize('NFC')
  const made = byTable(plain, TCVN3).normalize('NFC')
  return letters === 'tcvn3-capitals' ? made.toUpperCase() : made
}

/** Which letters a font holds, by its name: `.VnTime`, `.VnArialH`, `VNI-Times`. Undefined for a font of Unicode. */
export function oldLettersOf(font: string): OldLetters | undefined {
  const name = font.trim().toLowerCase()
  if (name.startsWith('.vn')) return name.endsWith('h') ? 'tcvn3-capitals' : 'tcvn3'
  return name.startsWith('vni-') || name.startsWith('vni ') ? 'vni' : undefined
}
