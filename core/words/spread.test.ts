import { describe, expect, it } from 'vitest'
import { spreadWords } from './spread.ts'

const word = (text: string) => ({ before: ' ', text, band: null, tokens: [] })

describe('spreadWords', () => {
  it('spends the voiced time in proportion to letters, and none on pauses', () => {
    const voiced = [
      { start: 1, end: 2 },
      { start: 5, end: 6 },
    ]
    const times = spreadWords([word('abcd'), word('efgh')], voiced, 10)
    expect(times).toEqual([
      { start: 1, end: 2 },
      { start: 5, end: 6 },
    ])
  })

  it('ends a word with the stretch in which it began', () => {
    const times = spreadWords(
      [word('a'), word('bcdefghijk')],
      [
        { start: 0, end: 1 },
        { start: 3, end: 4 },
      ],
      5,
    )
    expect(times[1]?.end).toBe(1)
  })

  it('takes the whole span where no voice was found', () => {
    expect(spreadWords([word('a')], [], 2)).toEqual([{ start: 0, end: 2 }])
  })
})
