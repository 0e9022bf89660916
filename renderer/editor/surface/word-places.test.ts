import { Text } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { conversation, paragraph, saidWords } from '#core/edits/testing/samples'
import type { Paragraph } from '#core/transcript/transcript'
import { lineText } from './paragraph-layout.ts'
import { placeElsewhere, wordPlaceAt } from './word-places.ts'

const words = saidWords('c', 'Who was there? Nobody was.', 0)

function shown(paragraphs: readonly Paragraph[]) {
  const lines = { transcript: { ...conversation(), paragraphs }, blanks: [] }
  return { lines, doc: Text.of(paragraphs.map(lineText)) }
}

/** The text with the caret as `|`, before and after the paragraphs changed. */
function moved(before: readonly Paragraph[], after: readonly Paragraph[], position: number): string | null {
  const old = shown(before)
  const now = shown(after)
  const place = wordPlaceAt(old.lines, old.doc, position)
  const to = place === null ? null : placeElsewhere(place, now.lines, now.doc)
  const text = now.doc.toString()
  return to === null ? null : `${text.slice(0, to)}|${text.slice(to)}`
}

const whole = [paragraph('p1', 's1', words)]
const renamed = [paragraph('p9', 's1', words)]
const split = [paragraph('p1', 's1', words.slice(0, 3)), paragraph('p2', 's2', words.slice(3))]

describe('a place by its word', () => {
  it.each([
    [0, '|Who was there? Nobody was.'],
    [6, 'Who wa|s there? Nobody was.'],
    [14, 'Who was there?| Nobody was.'],
    [26, 'Who was there? Nobody was.|'],
  ])('outlives a paragraph that becomes another: %i', (position, text) => {
    expect(moved(whole, renamed, position)).toBe(text)
  })

  it('goes with its word into another paragraph', () => {
    expect(moved(whole, split, 17)).toBe('Who was there?\n No|body was.')
    expect(moved(split, whole, 18)).toBe('Who was there? No|body was.')
  })

  it('is left to the changes of the text where its word stays, and where it is gone', () => {
    expect(moved(whole, split, 6)).toBeNull()
    expect(moved(whole, [paragraph('p3', 's1', saidWords('d', 'Others.', 0))], 6)).toBeNull()
  })
})
