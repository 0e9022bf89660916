import { expect, it } from 'vitest'
import { conversation } from '../edits/testing/samples.ts'
import { likelyParts } from './likely-parts.ts'

it('gives the times of likely errors, in order', () => {
  const transcript = conversation()
  const unsure = transcript.paragraphs.map((paragraph) => ({
    ...paragraph,
    words: paragraph.words.map((word) =>
      word.id === 'c2.3' || word.id === 'c1.4' ? { ...word, confidence: 0.3 } : word,
    ),
  }))
  expect(likelyParts({ ...transcript, paragraphs: unsure }, {})).toEqual([
    { startMs: 1_600, endMs: 1_900 },
    { startMs: 3_300, endMs: 3_600 },
  ])
  expect(likelyParts(transcript, {})).toEqual([])
})
