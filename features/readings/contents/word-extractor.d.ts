// What is used of word-extractor, which brings no types.
declare module 'word-extractor' {
  type Extracted = {
    getBody(options: { filterUnicode: boolean }): string
    getFootnotes(options: { filterUnicode: boolean }): string
  }
  export default class WordExtractor {
    extract(source: Buffer): Promise<Extracted>
  }
}
