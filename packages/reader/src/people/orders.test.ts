// Officials in the orders in which writers set honorific, rank, name, office and verb, each with titles and role.
import { describe, expect, it } from 'vitest'

import { readText } from '../read.ts'
import orders from './orders.json' with { type: 'json' }

const read = (text: string) => readText(text).people.map(({ name, role, titles }) => ({ name, role, titles }))

describe('officials in unusual orders', () => {
  it.each(orders.map((it) => [it.style, it] as const))('%s', (_style, { text, people }) => {
    expect(read(text)).toEqual(people)
  })

  it('takes the place in a row of a picture for no figure', () => {
    expect(readText('Đồng chí Nguyễn Trường Tộ (thứ 2 từ trái sang) trao quà').figures).toEqual([])
  })
})
