import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraph, saidWords } from '#core/edits/testing/samples'
import { timeInsertion } from './time-insertion.ts'

const said = paragraph('p', 's', saidWords('c', 'We left at 10:15, then.', 0))
const line = 'We left at 10:15, then.'

/** The line after it, with `|` at the caret. */
function inserted(marked: string): string {
  const offset = marked.indexOf('|')
  const { at, text, caret } = timeInsertion(said, line, offset, '[0:07]')
  const after = line.slice(0, at) + text + line.slice(at)
  return `${after.slice(0, caret)}|${after.slice(caret)}`
}

describe('timeInsertion', () => {
  it.each([
    ['We left| at 10:15, then.', 'We left [0:07] |at 10:15, then.'],
    ['We left |at 10:15, then.', 'We left [0:07] |at 10:15, then.'],
    ['We le|ft at 10:15, then.', 'We left [0:07] |at 10:15, then.'],
    ['We left at 10|:15, then.', 'We left at 10:15, [0:07] |then.'],
    ['|We left at 10:15, then.', '[0:07] |We left at 10:15, then.'],
    ['We left at 10:15, then.|', 'We left at 10:15, then. [0:07] |'],
    ['We left at 10:15, the|n.', 'We left at 10:15, then. [0:07] |'],
  ])('%s', (before, after) => {
    expect(inserted(before)).toBe(after)
  })

  it('goes between words that are written without spaces', () => {
    const words = saidWords('c', '今日は いい天気', 0).map((word) => ({ ...word, before: '' }))
    const { at, text } = timeInsertion(paragraph('p', 's', words), '今日はいい天気', 2, '[0:07]')
    expect([at, text]).toEqual([3, ' [0:07] '])
  })

  it('stands alone on an empty line', () => {
    expect(timeInsertion(null, '', 0, '[0:07]')).toEqual({ at: 0, text: '[0:07] ', timeAt: 0, caret: 7 })
  })

  it('keeps every word, and stands between spaces', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: line.length }), (offset) => {
        const { at, text, timeAt } = timeInsertion(said, line, offset, '[0:07]')
        const after = line.slice(0, at) + text + line.slice(at)
        expect(after.slice(timeAt, timeAt + 6)).toBe('[0:07]')
        expect(after.replace(/\[0:07\] ?/u, '').trim()).toBe(line)
        expect(` ${after} `).toContain(' [0:07] ')
      }),
    )
  })
})
