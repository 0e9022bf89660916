import { expect, it } from 'vitest'
import type { Cue } from '#core/captions/cues'
import type { Transcript } from '#core/transcript/transcript'
import { hitsInCues } from './hits-in-cues.ts'

const cue = (index: number, ...lines: string[]): Cue =>
  ({ index, lines: lines.map((text) => ({ text })) }) as unknown as Cue
const searched = (...texts: string[]): Transcript =>
  ({
    paragraphs: texts.map((text, index) => ({ id: String(index), words: [{ before: '', text }] })),
  }) as unknown as Transcript

it('marks hits in the lines they are in, a hit over a line end in both', () => {
  const cues = [cue(0, 'One iron,', 'and it was mine.'), cue(1, 'Mine.')]
  const transcript = searched('One iron, and it was mine.', 'Mine.')
  const hits = [
    { paragraphId: '0', from: 4, to: 13 },
    { paragraphId: '0', from: 21, to: 25 },
    { paragraphId: '1', from: 0, to: 4 },
  ]
  expect([...hitsInCues({ transcript, hits, now: 1 }, cues)]).toEqual([
    [
      0,
      [
        { line: 0, from: 4, to: 9, isNow: false },
        { line: 1, from: 0, to: 3, isNow: false },
        { line: 1, from: 11, to: 15, isNow: true },
      ],
    ],
    [1, [{ line: 0, from: 0, to: 4, isNow: false }]],
  ])
})

it('marks nothing in captions whose lines are not what was searched', () => {
  const hits = [{ paragraphId: '0', from: 0, to: 3 }]
  expect(hitsInCues({ transcript: searched('One iron'), hits, now: 0 }, [cue(0, 'Ada: One iron')]).size).toBe(
    0,
  )
})
