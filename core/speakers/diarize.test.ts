import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DiarizedTurn, diarizePieces } from './diarize.ts'
import { goldenResults, goldens } from './testing/golden.ts'
import { overlapScene } from './testing/overlap-scene.ts'
import sceneGolden from './testing/scene.golden.json' with { type: 'json' }
import { type SceneTurn, conversation, segmentScene } from './testing/scene.ts'
import { dot } from './vectors.ts'

const speakersIn = (turns: readonly DiarizedTurn[]): number => new Set(turns.map((turn) => turn.speaker)).size

describe('as the measured reference', () => {
  for (const golden of goldens) {
    for (const { speakers, turns } of golden.reference.turns) {
      test(`${golden.name}, ${speakers ?? 'automatic'}`, () => {
        expect(diarizePieces({ ...goldenResults(golden), speakers }).turns).toEqual(turns)
      })
    }
  }
  for (const { speakers, turns } of sceneGolden) {
    test(`overlaps, ${speakers ?? 'automatic'}`, () => {
      const scene = segmentScene(overlapScene.turns, overlapScene.seconds, overlapScene.spread)
      expect(diarizePieces({ ...scene, speakers }).turns).toEqual(turns)
    })
  }
})

describe('the number of speakers', () => {
  test.each([1, 2, 3, 4, 5, 6])('%i well separated voices are found', (count) => {
    const { turns, centroids } = diarizePieces({
      ...segmentScene(conversation(count, 150), 150),
      speakers: null,
    })
    expect(centroids).toHaveLength(count)
    expect(speakersIn(turns)).toBe(count)
  })

  test.each([1, 2, 4, 5])('%i are made where that many are asked for', (speakers) => {
    const { turns, centroids } = diarizePieces({ ...segmentScene(conversation(3, 90), 90, 0.6), speakers })
    expect(centroids).toHaveLength(speakers)
    expect(speakersIn(turns)).toBe(speakers)
  })

  test('no more than there are pieces', () => {
    const scene = segmentScene([{ speaker: 0, start: 0.5, end: 1.5 }], 2)
    const { turns, centroids } = diarizePieces({ ...scene, speakers: 5 })
    expect(centroids).toHaveLength(1)
    expect(turns).toHaveLength(1)
  })

  test('as many as asked for also in a short recording, as long as there are pieces', () => {
    const scene = segmentScene(
      [
        { speaker: 0, start: 0.2, end: 3.2 },
        { speaker: 1, start: 3.4, end: 6.2 },
      ],
      7,
    )
    expect(scene.pieces).toHaveLength(4)
    expect(diarizePieces({ ...scene, speakers: 4 }).centroids).toHaveLength(4)
  })
})

describe('what is heard of a scene', () => {
  test('silence: nobody', () => {
    expect(diarizePieces({ ...segmentScene([], 30), speakers: null })).toEqual({ turns: [], centroids: [] })
    expect(diarizePieces({ ...segmentScene([], 30), speakers: 3 })).toEqual({ turns: [], centroids: [] })
    expect(diarizePieces({ ...segmentScene([], 0), speakers: null })).toEqual({ turns: [], centroids: [] })
  })

  test('one word: one speaker, one turn', () => {
    const { turns } = diarizePieces({
      ...segmentScene([{ speaker: 4, start: 0.4, end: 0.8 }], 1),
      speakers: null,
    })
    expect(turns).toHaveLength(1)
    expect(turns[0]?.speaker).toBe(0)
    expect(Math.abs((turns[0]?.startMs ?? 0) - 400)).toBeLessThan(50)
  })

  test('speech too short to embed has no speaker', () => {
    const { turns } = diarizePieces({
      ...segmentScene([{ speaker: 0, start: 0.4, end: 0.6 }], 1),
      speakers: null,
    })
    expect(turns).toEqual([])
  })

  test('two who talk at once have turns that overlap', () => {
    const scene: SceneTurn[] = [
      { speaker: 1, start: 0.5, end: 6 },
      { speaker: 0, start: 5, end: 11 },
      { speaker: 1, start: 11.5, end: 15 },
    ]
    const { turns } = diarizePieces({ ...segmentScene(scene, 16), speakers: null })
    expect(turns.map((turn) => turn.speaker)).toEqual([0, 1, 0])
    for (const [index, turn] of turns.entries()) {
      expect(Math.abs(turn.startMs - 1000 * (scene[index]?.start ?? 0))).toBeLessThan(60)
      expect(Math.abs(turn.endMs - 1000 * (scene[index]?.end ?? 0))).toBeLessThan(60)
    }
  })

  test('speakers are numbered as they are first heard, centroids likewise', () => {
    const scene = segmentScene(conversation(4, 90), 90)
    const { turns, centroids } = diarizePieces({ ...scene, speakers: null })
    expect([...new Set(turns.map((turn) => turn.speaker))]).toEqual([0, 1, 2, 3])
    const firstPiece = scene.embeddings.find((vector) => vector !== null)
    const similarities = centroids.map((centroid) => (firstPiece ? dot(firstPiece, centroid) : 0))
    expect(Math.max(...similarities)).toBe(similarities[0])
  })
})

test('turns are in order, inside the recording, of speakers that exist; one speaker never overlaps itself', () => {
  const scenes = fc.array(
    fc.record({
      speaker: fc.nat(3),
      start: fc.double({ min: 0, max: 24, noNaN: true }),
      length: fc.double({ min: 0.05, max: 6, noNaN: true }),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(scenes, fc.option(fc.integer({ min: 1, max: 6 })), (parts, speakers) => {
      const scene = parts.map(({ speaker, start, length }) => ({
        speaker,
        start,
        end: Math.min(25, start + length),
      }))
      const { turns, centroids } = diarizePieces({ ...segmentScene(scene, 25), speakers })
      expect(centroids.length).toBeLessThanOrEqual(speakers ?? 20)
      const ends = new Map<number, number>()
      let lastStart = 0
      for (const { speaker, startMs, endMs } of turns) {
        expect(speaker).toBeLessThan(centroids.length)
        expect(startMs).toBeGreaterThanOrEqual(lastStart)
        expect(endMs).toBeGreaterThan(startMs)
        expect(endMs).toBeLessThanOrEqual(25_000)
        expect(startMs).toBeGreaterThan(ends.get(speaker) ?? -1)
        ends.set(speaker, endMs)
        lastStart = startMs
      }
    }),
    { numRuns: 60 },
  )
})
