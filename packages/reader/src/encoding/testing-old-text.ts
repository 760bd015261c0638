// Writes Vietnamese in the old codings, for tests: the tables read backwards.
import tcvn3 from './tables/tcvn3.json' with { type: 'json' }
import viscii from './tables/viscii.json' with { type: 'json' }
import vni from './tables/vni.json' with { type: 'json' }

const backwards = (rows: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(rows).flatMap(([from, letters]) =>
      [...letters].map((letter, at) => [letter, String.fromCharCode(Number.parseInt(from, 16) + at)] as const),
    ),
  )
const TCVN3 = backwards(tcvn3.rows)
const VISCII = new Map([...backwards(viscii.rows), ...backwards(viscii.low)])

const VNI = new Map<string, string>()
for (const [sign, letter] of Object.entries(vni.letters)) {
  VNI.set(letter, sign)
  VNI.set(letter.toUpperCase(), sign.toUpperCase())
}
for (const { on, signs, give } of vni.marks)
  for (const base of on)
    for (const [at, sign] of [...signs].entries()) {
      const letter = `${base}${give[at] ?? ''}`.normalize('NFC')
      const written = `${VNI.get(base) ?? base}${sign}`
      if (VNI.has(letter)) continue
      VNI.set(letter, written)
      VNI.set(letter.toUpperCase(), written.toUpperCase())
    }

const written = (text: string, table: ReadonlyMap<string, string>): string =>
  [...text.normalize('NFC')].map((letter) => table.get(letter) ?? letter).join('')

/** The text as Latin-1 signs, as it stands in a Word file of that font. */
export const inOldLetters = {
  tcvn3: (text: string): string => written(text, TCVN3),
  vni: (text: string): string => written(text, VNI),
  viscii: (text: string): string => written(text, VISCII),
}

/** One byte a sign. */
export const bytesOf = (signs: string): Uint8Array => Uint8Array.from(signs, (sign) => sign.charCodeAt(0))
