// The register of papers as a workbook.
import type { Actor } from '@kheo/kit/actor.ts'
import type { QueryOf } from '@kheo/kit/endpoint.ts'
import type { FileReply } from '@kheo/kit/route.ts'
import type { TableCell, TableColumn } from '@kheo/writer/table-book.ts'
import { renderTables } from '@kheo/writer/table-xlsx.ts'
import type { World } from '../context.ts'
import { cleanName, MEDIA_TYPES } from '../files/rules.ts'
import { today } from '../people/allow.ts'
import type { documentFiles, DocumentRow, DocumentState } from './schema.ts'
import { bookRows } from './view.ts'

const STATES: Readonly<Record<DocumentState, string>> = {
  draft: 'Dự thảo',
  issued: 'Đã ban hành',
  cancelled: 'Đã hủy',
  received: 'Đã vào sổ',
  assigned: 'Đã giao',
  done: 'Đã giải quyết',
}

type Column = TableColumn & { readonly of: (row: DocumentRow) => TableCell }
const text = (head: string, width: number, of: Column['of']): Column => ({ head, width, holds: 'text', of })
const day = (head: string, of: (row: DocumentRow) => string | null): Column => ({
  head,
  width: 14,
  holds: 'day',
  of: (row) => {
    const on = of(row)
    return on === null ? null : { day: on }
  },
})

const OUTGOING: readonly Column[] = [
  text('Số, ký hiệu', 18, (row) => row.number),
  day('Ngày văn bản', (row) => row.date),
  text('Tên loại', 18, (row) => row.kindTitle),
  text('Trích yếu', 70, (row) => row.summary),
  text('Tình trạng', 16, (row) => STATES[row.state]),
  text('Người soạn', 32, (row) => row.recordedTitle),
]
const INCOMING: readonly Column[] = [
  text('Số đến', 10, (row) => row.number),
  day('Ngày đến', (row) => row.date),
  text('Nơi gửi', 36, (row) => row.sender),
  text('Số, ký hiệu', 18, (row) => row.senderNumber),
  day('Ngày văn bản', (row) => row.senderOn),
  text('Tên loại', 18, (row) => row.kindTitle),
  text('Trích yếu', 70, (row) => row.summary),
  text('Giao giải quyết', 32, (row) => row.assignedTo),
  day('Hạn', (row) => row.dueOn),
  text('Tình trạng', 16, (row) => STATES[row.state]),
]

/** The register as it is narrowed, oldest number first. */
export async function exportBook(
  world: World,
  actor: Actor,
  query: QueryOf<typeof documentFiles.register>,
): Promise<FileReply> {
  const rows = await bookRows(world, actor, query)
  const columns = query.direction === 'in' ? INCOMING : OUTGOING
  const title = query.direction === 'in' ? 'Sổ văn bản đến' : 'Sổ văn bản đi'
  const unitName = world.org().titleOf(query.unit, today(world))
  const bytes = renderTables({
    title: `${title}, ${unitName}`,
    creator: unitName,
    date: today(world),
    tables: [{ name: title, columns, rows: rows.map((row) => columns.map((column) => column.of(row))) }],
  })
  const year = query.year === undefined ? '' : ` ${query.year}`
  return { name: cleanName(`${title}${year}.xlsx`, 'xlsx'), type: MEDIA_TYPES.xlsx, bytes }
}
