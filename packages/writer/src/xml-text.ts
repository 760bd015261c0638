// Text on its way into XML: NFC, without signs XML forbids, escaped where it is written by hand.

// XML 1.0 allows tab and newline among the controls; the private-use sign E000 is kept for the writer's own marks.
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000B\u000C\u000D-\u001F\uE000\uFFFE\uFFFF]/g

/** NFC text that any XML reader accepts. A lone half of a surrogate pair becomes the replacement sign. */
export const cleanText = (text: string): string => text.toWellFormed().replace(forbidden, '').normalize('NFC')

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Clean text, ready to stand between tags or in a quoted attribute. */
export const xmlText = (text: string): string => cleanText(text).replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
