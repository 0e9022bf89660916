import { expect, test } from 'vitest'
import { type RecognizedRecording, lostWords } from './lost-words.ts'

const timed = (text: string, from = 0) =>
  text.split(' ').map((word, index) => ({ text: word, start: from + index }))

const reference = timed('one two three four five six seven eight nine ten')

/**
 * The text only has "six"; no speech is detected in the last two seconds, and the first passage has no text
 * at all.
 */
const recognized: RecognizedRecording = {
  regions: [{ start: 0, end: 8 }],
  passages: [
    { start: 0, end: 2, otherTexts: [] },
    { start: 2, end: 8, otherTexts: ['Four!'] },
  ],
  words: timed('six', 5),
  turns: [
    { speaker: 'A', start: 0, end: 8 },
    { speaker: 'B', start: 6, end: 7 },
  ],
}

test('each word that is missing was lost at one stage', () => {
  expect(Object.fromEntries(lostWords(reference, recognized))).toEqual({
    empty: 2,
    edge: 1,
    'not chosen': 1,
    // "eight" starts in the last second of its passage, but not in the last half.
    'inside a decode': 2,
    overlap: 1,
    'no region': 2,
  })
})
