import { expect, it } from 'vitest'
import type { Transcript, Word } from '../transcript/transcript.ts'
import { seenSeconds } from './seen-seconds.ts'

const word = (text: string, startMs: number, confidence: number | null = 0.96): Word => ({
  id: `w.${startMs}`,
  before: ' ',
  text,
  startMs,
  endMs: startMs + 300,
  confidence,
  origin: 'recognised',
})

const transcriptOf = (words: readonly Word[]): Transcript =>
  ({
    paragraphs: [{ id: 'p1', speakerId: null, language: 'en', kind: 'speech', words }],
  }) as unknown as Transcript

it('shows the seconds with most in them, cut to them', () => {
  const dull = [word('well', 1_000)]
  const full = ['my', 'neighbor', 'has', 'been', 'in'].map((text, at) => word(text, 40_500 + at * 400))
  const seen = seenSeconds(
    transcriptOf([...dull, ...full, word('Okonjo', 43_000, 0.3), word('later', 48_000)]),
    {
      regions: [
        { startMs: 900, endMs: 1_500 },
        { startMs: 40_400, endMs: 44_000 },
        { startMs: 47_000, endMs: 60_000 },
      ],
      chunks: [
        { startMs: 800, endMs: 1_600 },
        { startMs: 40_300, endMs: 44_200 },
        { startMs: 46_900, endMs: 60_000 },
      ],
    },
  )
  expect(seen).toMatchObject({
    startMs: 40_000,
    endMs: 52_000,
    speech: [
      { startMs: 40_400, endMs: 44_000 },
      { startMs: 47_000, endMs: 52_000 },
    ],
    passages: [
      { startMs: 40_300, endMs: 44_200 },
      { startMs: 46_900, endMs: 52_000 },
    ],
  })
  expect(seen?.words.map(({ text }) => text)).toEqual(['my', 'neighbor', 'has', 'been', 'in', 'Okonjo'])
})

it('shows nothing where it is not known how the text was made, or nothing was said', () => {
  expect(seenSeconds(transcriptOf([word('well', 1_000)]), {})).toBeNull()
  expect(seenSeconds(transcriptOf([]), { regions: [{ startMs: 0, endMs: 900 }], chunks: [] })).toBeNull()
})
