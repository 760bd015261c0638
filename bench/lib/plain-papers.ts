// The same papers drawn as the libraries' own guides do it: an object a cell. What the bench of papers is held against.
import type { PaperDocument } from '@kheo/writer/block-model.ts'
import { runText } from '@kheo/writer/block-model.ts'
import type { Workbook } from '@kheo/writer/workbook-model.ts'
import { Document, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import ExcelJS from 'exceljs'

const paragraph = (text: string): Paragraph =>
  new Paragraph({ children: [new TextRun({ text, font: 'Times New Roman', size: 28 })] })

const textOf = (cell: string | { readonly text: string }): string => (typeof cell === 'string' ? cell : cell.text)

const row = (texts: readonly string[]): TableRow =>
  new TableRow({ children: texts.map((text) => new TableCell({ children: [paragraph(text)] })) })

/** Words, tables and pages of a paper, through docx alone. */
export async function plainDocx({ blocks, components }: PaperDocument): Promise<number> {
  const body: (Paragraph | Table)[] = [paragraph(components.issuingBody), paragraph(components.summary)]
  const annex: (Paragraph | Table)[] = []
  for (const block of blocks) {
    if (block.kind === 'heading') body.push(paragraph(block.text))
    if (block.kind === 'paragraph')
      body.push(
        new Paragraph({
          children: block.runs.map((run) => new TextRun({ text: runText(run), font: 'Times New Roman', size: 28 })),
        }),
      )
    if (block.kind === 'table') {
      const rows = [
        ...block.headerRows.map((cells) => row(cells.map(textOf))),
        ...block.rows.map(({ cells }) => row(cells.map(textOf))),
      ]
      annex.push(new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows }))
    }
  }
  const landscape = { page: { size: { orientation: PageOrientation.LANDSCAPE } } }
  const sections = [{ children: body }, ...(annex.length === 0 ? [] : [{ properties: landscape, children: annex }])]
  return (await Packer.toBuffer(new Document({ sections }))).length
}

/** Cells, head and formulas of a workbook, through exceljs as a whole. */
export async function plainXlsx({ sheets, font }: Workbook): Promise<number> {
  const book = new ExcelJS.Workbook()
  const line = { style: 'thin' } as const
  for (const { name, rows, columns, headerRows } of sheets) {
    const target = book.addWorksheet(name)
    for (const head of headerRows) target.addRow(head.map(({ text }) => text))
    for (const { cells, emphasis } of rows) {
      const added = target.addRow(
        cells.map((cell) =>
          typeof cell === 'object' && cell !== null ? { formula: cell.formula, result: cell.value } : cell,
        ),
      )
      added.eachCell({ includeEmpty: true }, (cell, at) => {
        cell.font = { name: font.name, size: font.sizePt, bold: emphasis === 'bold' }
        cell.border = { top: line, left: line, bottom: line, right: line }
        cell.alignment = { horizontal: columns[at - 1]?.align ?? 'left', vertical: 'middle', wrapText: true }
        const format = columns[at - 1]?.numberFormat
        if (format !== undefined) cell.numFmt = format
      })
    }
  }
  return (await book.xlsx.writeBuffer()).byteLength
}
