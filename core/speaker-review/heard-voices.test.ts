import { expect, test } from 'vitest'
import { hearVoices } from './heard-voices.ts'
import { saidBy } from './testing/heard.ts'

test('each piece is compared with the speakers, those with the most similar voice first', () => {
  const heard = hearVoices(
    saidBy([
      { speakerId: 'a', at: 0, seconds: 5, like: 1 },
      { speakerId: 'b', at: 10, seconds: 5, like: 0 },
    ]),
  )
  expect(heard.speakerIds).toEqual(['a', 'b'])
  expect(heard.pieces.map(({ speaker }) => speaker)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
  for (const { speaker, similarities } of heard.pieces) {
    expect(similarities[speaker]).toBeGreaterThan((similarities[1 - speaker] ?? 1) + 0.4)
  }
  expect(heard.pieces[0]).toMatchObject({ startMs: expect.closeTo(31, -1), localSpeaker: 0 })
})

test('a piece is not compared with itself', () => {
  const heard = hearVoices(
    saidBy([
      { speakerId: 'a', at: 0, seconds: 5, like: 1 },
      { speakerId: 'b', at: 10, seconds: 1, like: 1 },
    ]),
  )
  const alone = heard.pieces.at(-1)
  expect(alone?.similarities[1]).toBeNull()
  expect(alone?.similarities[0]).toBeGreaterThan(0.7)
})

test('speech outside of all turns, and pieces without an embedding, are left out', () => {
  const input = saidBy([{ speakerId: 'a', at: 0, seconds: 4, like: 1 }])
  const embeddings = input.embeddings.map((vector, index) => (index === 1 ? null : vector))
  const turns = [{ speakerId: 'a', startMs: 0, endMs: 2900 }]
  expect(hearVoices({ ...input, embeddings, turns }).pieces).toHaveLength(2)
  expect(hearVoices({ ...input, turns: [] })).toEqual({ speakerIds: [], pieces: [], alike: [] })
})

test('two speakers with one voice may be one person, two with two voices not', () => {
  const voices = (like: number, apart = 0.2) =>
    hearVoices(
      saidBy(
        [
          { speakerId: 'a', at: 0, seconds: 20, like: 1 },
          { speakerId: 'b', at: 100, seconds: 20, like },
        ],
        apart,
      ),
    ).alike
  expect(voices(0)).toEqual([])
  const [pair, ...others] = voices(1)
  expect(others).toEqual([])
  expect(pair?.speakerIds).toEqual(['a', 'b'])
  expect(pair?.similarity).toBeGreaterThan(pair?.bar ?? 1)
  expect(pair?.within.every((own) => (own ?? 0) > 0.7)).toBe(true)
})
