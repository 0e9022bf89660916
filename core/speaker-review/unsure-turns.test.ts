import { expect, test } from 'vitest'
import { paragraph, saidWords } from '../edits/testing/samples.ts'
import type { Mark, Transcript } from '../transcript/transcript.ts'
import { hearVoices } from './heard-voices.ts'
import { type Said, saidBy } from './testing/heard.ts'
import { unsureTurns } from './unsure-turns.ts'

const CLEAR: readonly Said[] = [
  { speakerId: 'a', at: 0, seconds: 8, like: 1, local: 0 },
  { speakerId: 'b', at: 10, seconds: 8, like: 0, local: 1 },
]

/** Ten words in each turn, each in a paragraph of its own. */
function transcriptOf(said: readonly Said[], marks: readonly Mark[] = []): Transcript {
  return {
    id: 't',
    recordingId: 'r',
    language: 'en',
    run: { program: 'parolo', version: '0', models: [], settings: {} },
    speakers: ['a', 'b'].map((id, colour) => ({ id, name: null, colour, groupId: null })),
    turns: saidBy(said).turns,
    paragraphs: said.map(({ speakerId, at, seconds }, index) =>
      paragraph(`p${index}`, speakerId, wordsOf(`c${index}`, at, seconds)),
    ),
    marks,
  }
}

const wordsOf = (chunk: string, at: number, seconds: number) =>
  saidWords(chunk, Array.from({ length: 10 }, () => 'so').join(' '), 0).map((word, index) => ({
    ...word,
    startMs: at * 1000 + index * seconds * 100,
    endMs: at * 1000 + (index + 1) * seconds * 100 - 10,
  }))

const find = (said: readonly Said[], change: Partial<Transcript> = {}, decided: readonly string[] = []) =>
  unsureTurns({ ...transcriptOf(said), ...change }, hearVoices(saidBy(said)), new Set(decided))

test('a turn whose voice is between two speakers, with the other one and the margin', () => {
  const between: Said = { speakerId: 'b', at: 20, seconds: 3, like: 0.5, local: 2 }
  expect(find(CLEAR)).toEqual([])
  expect(find([...CLEAR, between])).toMatchObject([
    { paragraphId: 'p2', fromWordId: 'c2.0', toWordId: 'c2.9', speakerId: 'b', otherSpeakerId: 'a' },
  ])
  const [wrong] = find([...CLEAR, { ...between, like: 1 }])
  const [unsure] = find([...CLEAR, between])
  expect(wrong?.margin).toBeLessThan(-0.3)
  expect(unsure?.margin).toBeCloseTo(0, 0)
  expect(wrong?.estimate).toBeGreaterThan(unsure?.estimate ?? 1)
})

test('the part of a paragraph that is another voice to the segmentation', () => {
  const said: Said[] = [
    ...CLEAR,
    { speakerId: 'a', at: 20, seconds: 4, like: 1, local: 2 },
    { speakerId: 'a', at: 24, seconds: 4, like: 0, local: 3 },
  ]
  const joined = transcriptOf(said)
  const words = [...wordsOf('c2', 20, 4), ...wordsOf('c3', 24, 4)]
  const paragraphs = [...joined.paragraphs.slice(0, 2), paragraph('p2', 'a', words)]
  expect(find(said, { paragraphs })).toMatchObject([
    { paragraphId: 'p2', fromWordId: 'c3.0', toWordId: 'c3.9', otherSpeakerId: 'b' },
  ])
})

test('never where a person decided, or the speaker changed since', () => {
  const said: Said[] = [...CLEAR, { speakerId: 'b', at: 20, seconds: 3, like: 1, local: 2 }]
  const check: Mark = { id: 'm', kind: 'speaker-checked', fromWordId: 'c2.0', toWordId: 'c2.9', value: null }
  expect(find(said)).toHaveLength(1)
  expect(find(said, { marks: [check] })).toEqual([])
  expect(find(said, { marks: [{ ...check, toWordId: 'c2.4' }] })).toHaveLength(1)
  expect(find(said, {}, ['p2'])).toEqual([])
  const { paragraphs, speakers } = transcriptOf(said)
  const given = paragraphs.map((each) => (each.id === 'p2' ? { ...each, speakerId: 'a' } : each))
  expect(find(said, { paragraphs: given })).toEqual([])
  expect(find(said, { speakers: speakers.slice(1) })).toEqual([])
})

test('one speaker alone is certain', () => {
  expect(find([{ speakerId: 'a', at: 0, seconds: 8, like: 0.5 }])).toEqual([])
})
