import { describe, expect, it } from 'vitest'
import type { Word } from '../transcript/transcript.ts'
import { insertCovered } from './chunk-words.ts'

const words = (prefix: string, list: readonly (readonly [string, number])[]): Word[] =>
  list.map(([text, startMs], index) => ({
    id: `${prefix}.${index}`,
    before: ' ',
    text,
    startMs,
    endMs: startMs + 200,
    confidence: 0.96,
    origin: 'recognised',
  }))

describe('insertCovered', () => {
  const chunk = words('c', [
    ['So', 0],
    ['yes.', 300],
    ['And', 5000],
  ])

  it('puts found words in their place', () => {
    const found = words('v', [
      ['No', 2000],
      ['way.', 2300],
    ])
    expect(insertCovered(chunk, found).map((word) => word.text)).toEqual(['So', 'yes.', 'No', 'way.', 'And'])
  })

  it('leaves out a word that the hole’s edge repeats', () => {
    const found = words('v', [
      ['Yes,', 600],
      ['no,', 2300],
      ['and', 4900],
    ])
    expect(insertCovered(chunk, found).map((word) => word.text)).toEqual(['So', 'yes.', 'no,', 'And'])
  })

  it('leaves out a word that was heard a little before the place it has in the text', () => {
    const text = words('c', [
      ['we', 0],
      ['can', 300],
      ['do.', 700],
    ])
    const found = words('v', [
      ['do', 600],
      ['really', 1500],
    ])
    expect(insertCovered(text, found).map((word) => word.text)).toEqual(['we', 'can', 'do.', 'really'])
  })

  it('keeps times in order', () => {
    const found = words('v', [
      ['no', 4800],
      ['way', 5300],
    ])
    const starts = insertCovered(chunk, found).map((word) => word.startMs)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
  })
})
