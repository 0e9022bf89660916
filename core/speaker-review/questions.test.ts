import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { conversation } from '../edits/testing/samples.ts'
import type { Transcript } from '../transcript/transcript.ts'
import type { HeardPiece, HeardVoices } from './heard-voices.ts'
import { type ReviewQuestion, reviewQuestions } from './questions.ts'
import { giveSpeaker, keepSpeaker, onePerson, twoPeople } from './settle-edits.ts'

const transcript: Transcript = conversation([])

const piece = (startMs: number, speaker: number, similarities: readonly number[]): HeardPiece => ({
  startMs,
  endMs: startMs + 1000,
  speaker,
  localSpeaker: speaker,
  similarities,
})

/** Ben's answer is more similar to Anna, Anna's last words slightly to Ben; the two may be one person. */
const voices: HeardVoices = {
  speakerIds: ['s1', 's2'],
  pieces: [piece(300, 0, [0.8, 0.3]), piece(2500, 1, [0.7, 0.5]), piece(5300, 0, [0.6, 0.58])],
  alike: [{ speakerIds: ['s1', 's2'], similarity: 0.6, bar: 0.65, within: [0.7, null] }],
}

const ask = (now: Transcript, decided: readonly string[] = []): ReviewQuestion[] =>
  reviewQuestions(now, { voices: [voices], decided })
const keys = (questions: readonly ReviewQuestion[]): string[] => questions.map(({ key }) => key)

const newIds = (): (() => string) => {
  let made = 0
  return () => `n${++made}`
}

const settled = (question: ReviewQuestion | undefined, how: 'keep' | 's1' | 'unknown' | 'one' | 'two') => {
  if (question === undefined) throw new Error('a question')
  if (question.kind === 'pair') {
    const settle = how === 'one' ? onePerson : twoPeople
    return applyEdits(transcript, settle(transcript, question, newIds())).transcript
  }
  const edits =
    how === 'keep'
      ? keepSpeaker(transcript, question, newIds())
      : giveSpeaker(transcript, question, how === 'unknown' ? null : how, newIds())
  return applyEdits(transcript, edits).transcript
}

describe('questions', () => {
  test('who may be one person, then the least certain turns, then what nobody is known to say', () => {
    const [first, second, third] = transcript.paragraphs
    if (first === undefined || second === undefined || third === undefined) throw new Error('three')
    const unknown = { ...transcript, paragraphs: [{ ...first, speakerId: null }, second, third] }
    expect(keys(ask(unknown))).toEqual([
      'pair s1 s2',
      'turn c2.0 c2.4',
      'turn c3.0 c3.4',
      'unknown c1.0 c1.4',
    ])
    expect(keys(ask(unknown, ['p1', 'p2']))).toEqual(['pair s1 s2', 'turn c3.0 c3.4'])
  })

  test('none where nothing was compared', () => {
    expect(reviewQuestions(transcript, { voices: [], decided: [] })).toEqual([])
  })

  test('two whom a person named are told apart already', () => {
    const named = transcript.speakers.map((speaker) => ({ ...speaker, name: speaker.id }))
    expect(keys(ask({ ...transcript, speakers: named }))).not.toContain('pair s1 s2')
  })
})

describe('an answer settles its question and no other', () => {
  const turnOf = (now: Transcript, id: string) => now.paragraphs.find((each) => each.id === id)?.speakerId
  test.each(['keep', 's1', 'unknown'] as const)('a turn: %s', (how) => {
    const question = ask(transcript).find(({ key }) => key === 'turn c2.0 c2.4')
    const after = settled(question, how)
    expect(keys(ask(after))).toEqual(['pair s1 s2', 'turn c3.0 c3.4'])
    expect(turnOf(after, 'p2')).toBe(how === 'keep' ? 's2' : how === 'unknown' ? null : 's1')
  })

  test('two people', () => {
    const after = settled(ask(transcript)[0], 'two')
    expect(keys(ask(after))).toEqual(['turn c2.0 c2.4', 'turn c3.0 c3.4'])
    expect(after.speakers).toEqual(transcript.speakers)
  })

  test('one person: the named one stays', () => {
    const after = settled(ask(transcript)[0], 'one')
    expect(after.speakers.map(({ id }) => id)).toEqual(['s1'])
    expect(keys(ask(after))).toEqual([])
  })
})

test('whatever the voices are like, keys are unique and every answer can be applied', () => {
  const similarity = fc.double({ min: -1, max: 1, noNaN: true })
  const pieces = fc.array(
    fc
      .tuple(fc.nat(7500), fc.nat(1), similarity, similarity)
      .map(([at, speaker, one, other]) => piece(at, speaker, [one, other])),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(pieces, (some) => {
      const heard = { ...voices, pieces: some.toSorted((a, b) => a.startMs - b.startMs) }
      const questions = reviewQuestions(transcript, { voices: [heard], decided: [] })
      expect(new Set(keys(questions)).size).toBe(questions.length)
      for (const question of questions) {
        for (const how of ['keep', 's1', 'unknown'] as const) {
          const after = settled(question, how)
          expect(keys(reviewQuestions(after, { voices: [heard], decided: [] }))).not.toContain(question.key)
        }
      }
    }),
    { numRuns: 60 },
  )
})
