import { expect, test } from 'vitest'
import { conversation } from '../edits/testing/samples.ts'
import type { ReviewEvidence } from '../speaker-review/questions.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { findDoubts } from './doubts.ts'
import { placesToCheck } from './places-to-check.ts'

const transcript: Transcript = { ...conversation([]), turns: [] }

/** Ben's answer is much more similar to Anna; for Anna's last words the voices are too close to decide. */
const speakers: ReviewEvidence = {
  voices: [
    {
      speakerIds: ['s1', 's2'],
      pieces: [
        { startMs: 300, endMs: 1300, speaker: 0, localSpeaker: 0, similarities: [0.8, 0.2] },
        { startMs: 2400, endMs: 3800, speaker: 1, localSpeaker: 1, similarities: [0.8, 0.3] },
        { startMs: 5300, endMs: 6300, speaker: 0, localSpeaker: 0, similarities: [0.5, 0.48] },
      ],
      alike: [],
    },
  ],
  decided: [],
}

const shown = (found: ReturnType<typeof findDoubts>['all']): string[] =>
  found.map(({ fromWordId, toWordId, reasons }) => {
    return `${fromWordId}-${toWordId} ${reasons.map(({ reason }) => reason).join('+')}`
  })

test('a turn that is more like somebody else is a place to check, the likeliest of them first', () => {
  const { all, likely } = findDoubts(transcript, { speakers })
  expect(shown(all)).toEqual(['c2.0-c2.4 speaker-unsure', 'c3.0-c3.4 speaker-unsure'])
  expect(shown(likely)).toContain('c2.0-c2.4 speaker-unsure')
  expect(all[0]?.reasons[0]).toMatchObject({ otherSpeakerId: 's1', margin: -0.5 })
  expect(all[0]?.estimate).toBeGreaterThan(all[1]?.estimate ?? 1)
})

test('who says a turn is no reason to doubt its words, and no part to recognize again', () => {
  const paragraphs = transcript.paragraphs.map((paragraph) => ({
    ...paragraph,
    words: paragraph.words.map((word) =>
      /^c2\.[1-3]$/u.test(word.id) ? { ...word, confidence: 0.3 } : word,
    ),
  }))
  const unsure = { ...transcript, paragraphs }
  const { likely } = findDoubts(unsure, { speakers })
  expect(shown(likely)).toContain('c2.1-c2.3 low-probability')
})

test('it stays when a word of the turn is corrected, and is gone once a person checked the speaker', () => {
  const { all } = findDoubts(transcript, { speakers })
  const [first, second, third] = transcript.paragraphs
  if (first === undefined || second === undefined || third === undefined) throw new Error('three paragraphs')
  const corrected = second.words.map((word, index) =>
    index === 1 ? { ...word, text: 'Well', origin: 'edited' as const, was: [word] } : word,
  )
  const edited = { ...transcript, paragraphs: [first, { ...second, words: corrected }, third] }
  const keys = (now: Transcript): string[] => placesToCheck(now, all).map(({ key }) => key)
  expect(keys(edited)).toEqual(['c2.0 c2.4', 'c3.0 c3.4'])
  const check = {
    id: 'm',
    kind: 'speaker-checked' as const,
    fromWordId: 'c2.0',
    toWordId: 'c2.4',
    value: null,
  }
  expect(keys({ ...transcript, marks: [check] })).toEqual(['c3.0 c3.4'])
  expect(shown(findDoubts({ ...transcript, marks: [check] }, { speakers }).all)).toEqual([
    'c3.0-c3.4 speaker-unsure',
  ])
})
