import { expect, test } from 'vitest'
import { saidBy } from '../speaker-review/testing/heard.ts'
import { dot, toUnit } from '../speakers/vectors.ts'
import { declinedSpeakers } from './declined-speakers.ts'
import { speakerVoices } from './speaker-voice.ts'
import { joinedVoice, MIN_SECONDS, type OffersInput, voiceOffers } from './voice-offers.ts'

/** Unit vectors by their similarity to the first axis, each with a second axis of its own. */
const like = (similarity: number, axis = 1): Float64Array => {
  const vector = new Float64Array(8)
  vector[0] = similarity
  vector[axis] = Math.sqrt(1 - similarity ** 2)
  return vector
}
const ann = { id: 'v1', name: 'Ann', vector: like(1) }
const ben = { id: 'v2', name: 'Ben', vector: like(0, 7) }
const heard = (speakerId: string, similarity: number, axis = 1, seconds = 60) => ({
  speakerId,
  vector: like(similarity, axis),
  seconds,
})
const offersOf = (input: Partial<OffersInput>) =>
  voiceOffers({
    speakers: [
      { id: 's1', name: null },
      { id: 's2', name: null },
    ],
    heard: [heard('s1', 0.8), heard('s2', 0.2, 2)],
    remembered: [ann, ben],
    isDeclined: () => false,
    ...input,
  }).map(({ speakerId, voiceId }) => `${speakerId} ${voiceId}`)

test('a voice that is similar enough, and ahead of all others, is offered to the one speaker', () => {
  expect(offersOf({})).toEqual(['s1 v1'])
  expect(offersOf({ remembered: [] })).toEqual([])
  expect(offersOf({ heard: [heard('s1', 0.76)] })).toEqual(['s1 v1'])
  expect(offersOf({ heard: [heard('s1', 0.74)] })).toEqual([])
})

test('with a near second choice nobody is offered: neither another voice nor another speaker', () => {
  const twin = { id: 'v3', name: 'Twin', vector: like(0.97, 5) }
  expect(offersOf({ remembered: [ann, twin] })).toEqual([])
  expect(offersOf({ heard: [heard('s1', 0.8), heard('s2', 0.72, 2)] })).toEqual([])
  expect(offersOf({ heard: [heard('s1', 0.8), heard('s2', 0.69, 2)] })).toEqual(['s1 v1'])
  // A speaker with little speech is not compared, and does not affect the others.
  const little = MIN_SECONDS.compared - 0.1
  expect(offersOf({ heard: [heard('s1', 0.8), heard('s2', 0.9, 2, little)] })).toEqual(['s1 v1'])
  expect(offersOf({ heard: [heard('s1', 0.8, 1, little)] })).toEqual([])
})

test('a speaker with a name is not asked about, nor a name that somebody has', () => {
  const speakers = (one: string | null, two: string | null) => [
    { id: 's1', name: one },
    { id: 's2', name: two },
  ]
  expect(offersOf({ speakers: speakers('Zoe', null) })).toEqual([])
  expect(offersOf({ speakers: speakers(null, 'ANN') })).toEqual([])
  expect(offersOf({ speakers: speakers(null, 'Zoe') })).toEqual(['s1 v1'])
  // A named speaker with a similar voice makes it ambiguous for the others too.
  expect(
    offersOf({ speakers: speakers(null, 'Zoe'), heard: [heard('s1', 0.8), heard('s2', 0.79, 2)] }),
  ).toEqual([])
})

test('what was declined is not offered again, and stands in nobody’s way', () => {
  const declined = (speakerId: string) => (speaker: string, voice: string) =>
    speaker === speakerId && voice === 'v1'
  expect(offersOf({ isDeclined: declined('s1') })).toEqual([])
  const near = [heard('s1', 0.8), heard('s2', 0.79, 2)]
  expect(offersOf({ heard: near, isDeclined: declined('s2') })).toEqual(['s1 v1'])
})

test('vectors of another length are another model’s', () => {
  expect(offersOf({ remembered: [{ ...ann, vector: like(1).subarray(0, 4) }] })).toEqual([])
})

test('declined is whoever speaks there now', () => {
  const at = { startMs: 1_000, endMs: 4_000 }
  const turn = (speakerId: string, startMs: number, endMs: number) => ({ speakerId, startMs, endMs })
  const isDeclined = declinedSpeakers(
    [{ voiceId: 'v1', ...at }],
    [turn('s1', 0, 1_500), turn('s2', 1_500, 9_000)],
  )
  expect([isDeclined('s2', 'v1'), isDeclined('s1', 'v1'), isDeclined('s2', 'v2')]).toEqual([
    true,
    false,
    false,
  ])
  expect(declinedSpeakers([{ voiceId: 'v1', ...at }], [])('s1', 'v1')).toBe(false)
})

test('the voice of a speaker is the mean of what they say alone', () => {
  const track = saidBy([
    { speakerId: 'a', at: 0, seconds: 6, like: 1 },
    { speakerId: 'b', at: 10, seconds: 3, like: 0 },
  ])
  const voices = speakerVoices([track])
  expect(voices.map(({ speakerId, seconds }) => [speakerId, seconds])).toEqual([
    ['a', 6],
    ['b', 3],
  ])
  const [a, b] = voices
  if (a === undefined || b === undefined) throw new Error('two voices')
  expect(dot(a.vector, a.vector)).toBeCloseTo(1)
  expect(dot(a.vector, b.vector)).toBeLessThan(0.4)
  expect(speakerVoices([])).toEqual([])
})

test('a long recording does not outweigh the others', () => {
  const [one, two] = [like(1), like(0, 2)]
  const joined = joinedVoice([
    { vector: one, seconds: 7_200 },
    { vector: two, seconds: 60 },
  ])
  expect([...joined]).toEqual([...toUnit(one.map((value, at) => value + (two[at] ?? 0)))])
})
