// The code of attendance as it comes from a hand, a camera or a scanner that types: with spaces, or inside its address. Pure.

const CODE = /^[a-z2-9]{16}$/

/** Undefined when no code is in it. */
export function codeOf(text: string): string | undefined {
  const inAddress = /[?&]ma=([^&#\s]+)/.exec(text)?.[1]
  const code = (inAddress ?? text).toLowerCase().replaceAll(/[\s.-]/g, '')
  return CODE.test(code) ? code : undefined
}
