// First lines of news in many habits of writing, each with the event that they tell of.
import { describe, expect, it } from 'vitest'

import { readText } from '../read.ts'
import leads from './leads.json' with { type: 'json' }

describe('leads of news', () => {
  it.each(leads.map((it) => [it.style, it] as const))('%s', (_style, { text, event }) => {
    expect(readText(text.join('\n')).event).toEqual(event)
  })
})
