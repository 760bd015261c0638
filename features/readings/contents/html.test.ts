// Pages: order of their text, tables, what is hidden; and pages made to be slow or broken.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemble } from './blocks.ts'
import { htmlBlocks } from './html.ts'
import { attributeOf, unescaped } from './html-tokens.ts'

const linesOf = (source: string): string[] =>
  htmlBlocks(source).flatMap((block) => (block.kind === 'line' ? [block.text] : block.rows.map((row) => row.join('|'))))

describe('the text of a page', () => {
  it('breaks at paragraphs and not at words', () => {
    expect(linesOf('<p>Có <b>12</b>\n mô\n hình</p>dòng hai<br/>dòng <i>ba</i><div>bốn</div>')).toEqual([
      'Có 12 mô hình',
      'dòng hai',
      'dòng ba',
      'bốn',
    ])
  })

  it('has its entities resolved', () => {
    expect(
      unescaped(
        'Ho&agrave; B&igrave;nh &#7841;&#x1EA1; &ldquo;a&rdquo; 5&nbsp;&lt; 6 &khongco; &#150; &dstrok; &#0;&#xD800;',
      ),
    ).toBe('Hoà Bình ạạ “a” 5\u00a0< 6 &khongco; – đ ')
  })

  it('leaves out what is no text: scripts, styles, comments, choices', () => {
    expect(
      linesOf(
        '<style>p{}</style><!-- <p>a</p> --><SCRIPT>if (a < b) "</p>"</SCRIPT><select><option>1</select><p title="a > b">còn</p>',
      ),
    ).toEqual(['còn'])
  })

  it('keeps a table of figures, merged cells where they begin', () => {
    const table = '<table><tr><th rowspan=2>STT<th colspan="2">Số<tr><td>a<td>b<tr><td>1<td>2<td>3</table>'
    expect(htmlBlocks(table)).toEqual([
      {
        kind: 'table',
        rows: [
          ['STT', 'Số', ''],
          ['', 'a', 'b'],
          ['1', '2', '3'],
        ],
      },
    ])
  })

  it('takes a table that only places things for the lines in it', () => {
    const inner = '<table><tr><td>Tổ 1<td>5<tr><td>Tổ 2<td>7</table>'
    expect(linesOf(`<table><tr><td><p>Đầu</p><td><p>một</p>${inner}<p>hai</p></table>`)).toEqual([
      'Đầu',
      'một',
      'Tổ 1|5',
      'Tổ 2|7',
      'hai',
    ])
    expect(linesOf('<table><tr><td>một ô</table>')).toEqual(['một ô'])
  })
})

describe('what a page itself sets aside', () => {
  const long = 'Phường tổ chức bốn hội nghị đối thoại với nhân dân trong quý, giải quyết xong mọi kiến nghị.'
  const aside = (source: string): string[] => {
    const { text, furniture } = assemble(htmlBlocks(source), true)
    return furniture.map(({ start, end }) => text.slice(start, end))
  }

  it('is what stands in menus and feet or is hidden', () => {
    const page = `<nav>Một</nav><div id="mainMenu"><p>Hai</p></div><div style="display: none">Ba</div><p>${long}</p><div hidden><p>Bốn</p></div><div class="article-content menu">Năm</div>`
    expect(aside(page)).toEqual(['Một', 'Hai', 'Ba', 'Bốn'])
  })

  it('is not believed when it is most of the page', () => {
    expect(aside(`<div class="sidebar"><p>${long}</p><p>${long}</p></div><p>Ngắn</p>`)).toEqual([])
  })
})

describe('any page', () => {
  it('is read without a throw', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(
        '<table>',
        '<tr>',
        '<td rowspan=9 colspan=99999>',
        '</table>',
        '<p',
        '<div class="',
        "'",
        '>',
        '<!--',
        '-->',
        '<script>',
        '</',
        '&#',
        '&amp',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { text, tables } = assemble(htmlBlocks(pieces.join('')), true)
        for (const { start, end } of tables.flatMap((table) => table.rows.flat()))
          expect(text.slice(start, end)).not.toMatch(/[\t\n]/)
      }),
      { numRuns: 300 },
    )
  })

  it('takes time that grows with its length', () => {
    for (const piece of [
      '<',
      '<a ',
      '<a "',
      '<a \'"',
      '<!--',
      '<script>',
      '</p>',
      '<div>',
      '<table><tr><td>',
      '&',
      '&#1',
      '<p title="',
      ' ',
      '<td rowspan=9999>',
    ]) {
      const start = performance.now()
      assemble(htmlBlocks(piece.repeat(600_000 / piece.length)), true)
      expect(performance.now() - start, piece).toBeLessThan(4000)
    }
  })

  it('gives attributes in every way they are written', () => {
    expect(attributeOf(' class=a id="b c" hidden', 'id')).toBe('b c')
    expect(attributeOf(" data-id='x' class=a", 'class')).toBe('a')
    expect(attributeOf(' hidden style=""', 'hidden')).toBe('')
    expect(attributeOf(' data-hidden="1"', 'hidden')).toBeUndefined()
  })
})
