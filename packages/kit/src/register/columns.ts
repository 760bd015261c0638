// Names and types of a register's columns, from its declaration.
import { type AnyRegister, stepFields, storedFields } from './declare.ts'
import type { Field, Fields } from './fields.ts'

export type ColumnOf = { readonly name: string; readonly column: string; readonly type: string; readonly field: Field }

export const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function typeOf(field: Field): string {
  switch (field.kind) {
    case 'number':
      return field.decimals === 0 ? 'integer' : 'numeric'
    case 'money':
      return 'bigint'
    case 'date':
      return 'date'
    case 'flag':
      return 'boolean'
    case 'choices':
      return 'text[]'
    case 'link':
      return 'uuid'
    default:
      return 'text'
  }
}

const columnsOf = (fields: Fields): ColumnOf[] =>
  Object.entries(fields).map(([name, field]) => ({ name, column: snake(name), type: typeOf(field), field }))

export const entryColumns = (it: AnyRegister): ColumnOf[] => columnsOf(storedFields(it))
export const stepColumns = (it: AnyRegister): ColumnOf[] => columnsOf(stepFields(it))
export const stepTable = (it: AnyRegister): string => `${it.table}_step`
export const revTable = (it: AnyRegister): string => `${it.table}_rev`
