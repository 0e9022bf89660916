import { expect, it } from 'vitest'
import { conversation, saidWords } from '../edits/testing/samples.ts'
import type { Paragraph, Word } from '../transcript/transcript.ts'
import { columnParts } from './column-parts.ts'
import { findDifferences } from './find-differences.ts'

const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ')

it('cuts a paragraph into what both texts have and where they differ', () => {
  const transcript = conversation()
  const whole = [{ startMs: 0, endMs: 2_050 }]
  const words = saidWords('o', 'Well who was here last', 0).map((word) => ({
    ...word,
    startMs: word.startMs - 100,
  }))
  const shifted = words.map((word) => ({ ...word, startMs: Math.max(0, word.startMs) }))
  const found = findDifferences(transcript, {
    wanted: whole,
    texts: [{ track: null, spans: whole, words: shifted }],
  })
  const parts = columnParts(transcript.paragraphs[0] as Paragraph, found)
  expect(
    parts.map(({ now, other, difference }) => [textOf(now), textOf(other), difference !== null]),
  ).toEqual([
    ['', 'Well', true],
    ['Who was', 'Who was', false],
    ['there', 'here', true],
    ['last', 'last', false],
    ['night?', '', true],
  ])
  expect(columnParts({ words: [] }, found)).toEqual([])
})
