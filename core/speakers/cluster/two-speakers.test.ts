import { expect, test } from 'vitest'
import { secondsToFrames } from '../../windows/frames.ts'
import type { Branch } from './dendrogram.ts'
import type { ClusterItem } from './items.ts'
import { SpeakerSplits } from './two-speakers.ts'

interface ItemFacts {
  readonly at: number
  readonly seconds: number
  readonly local: number
  /** Cosine with the first axis. */
  readonly cosine?: number
}

const item = ({ at, seconds, local, cosine = 1 }: ItemFacts): ClusterItem => ({
  vector: Float64Array.of(cosine, Math.sqrt(1 - cosine ** 2)),
  seconds,
  localSpeaker: local,
  startFrame: secondsToFrames(at),
  endFrame: secondsToFrames(at + seconds),
})

const side = (items: readonly number[], withinSimilarity = 0.7): Branch => ({
  items: Int32Array.from(items),
  split: null,
  withinSimilarity,
})

/** Whether items [0, …, half) and the rest are two speakers. */
function isTwo(items: readonly ClusterItem[], similarity: number, half = items.length / 2, within = 0.7) {
  const all = [...items.keys()]
  const split = { left: side(all.slice(0, half), within), right: side(all.slice(half), within), similarity }
  const secondsOf = (branch: Branch): number =>
    branch.items.reduce((sum, index) => sum + (items[index]?.seconds ?? 0), 0)
  return new SpeakerSplits(items).isTwo(split, Math.min(secondsOf(split.left), secondsOf(split.right)))
}

/** Far apart in time, so that no pair is compared. */
const apart = (seconds: number, count = 2): ClusterItem[] =>
  Array.from({ length: count }, (_, index) => item({ at: index * 100, seconds, local: index }))

test('sides below the bar are two speakers: .2 + .45 · .65 + .06 ln 30 in a minute of speech', () => {
  expect(isTwo(apart(30), 0.696)).toBe(true)
  expect(isTwo(apart(30), 0.697)).toBe(false)
})

test('a short side must differ more, up to 40 s', () => {
  const uneven = (seconds: number) => [
    item({ at: 0, seconds: 60, local: 0 }),
    item({ at: 200, seconds, local: 1 }),
  ]
  expect(isTwo(uneven(2), 0.55)).toBe(false)
  expect(isTwo(uneven(10), 0.55)).toBe(true)
  for (const seconds of [40, 400]) {
    expect(isTwo(uneven(seconds), 0.713)).toBe(true)
    expect(isTwo(uneven(seconds), 0.715)).toBe(false)
  }
})

test('where little is said, sides may be more similar', () => {
  const beside = [...apart(5), item({ at: 300, seconds: 60, local: 9 })]
  expect(isTwo(apart(5), 0.67)).toBe(true)
  expect(isTwo(beside, 0.67, 1)).toBe(false)
})

test('how similar a voice is to itself in this room moves the bar', () => {
  const room = (cosine: number) => [
    ...apart(30),
    ...Array.from({ length: 24 }, (_, index) => [
      item({ at: 1000 + index * 100, seconds: 2, local: 10 + index }),
      item({ at: 1003 + index * 100, seconds: 2, local: 10 + index, cosine }),
    ]).flat(),
  ]
  expect(new SpeakerSplits(apart(30)).selfSimilarity).toBeCloseTo(0.65, 9)
  expect(new SpeakerSplits(room(0.35)).selfSimilarity).toBeCloseTo(0.45, 9)
  expect(isTwo(room(0.35), 0.62, 1)).toBe(false)
  expect(isTwo(room(0.65), 0.62, 1)).toBe(true)
})

/** Items of both sides alternating, so that each has neighbors of the other. */
function byTurns(locals: (one: number) => number, similarity: number, within = 0.9): boolean {
  const turn = (one: number) => (_: unknown, index: number) =>
    item({ at: index * 7 + one * 3.5, seconds: 3, local: locals(one) })
  const items = [...Array.from({ length: 12 }, turn(0)), ...Array.from({ length: 12 }, turn(1))]
  return isTwo(items, similarity, 12, within)
}

test('what the segmentation separates may be more similar than what it takes for one', () => {
  const [separated, joined] = [(one: number) => one, () => 0]
  expect(byTurns(separated, 0.85)).toBe(true)
  expect(byTurns(joined, 0.85)).toBe(false)
})

test('one voice in two moods stays one', () => {
  expect(byTurns(() => 0, 0.62, 0.7)).toBe(false)
  expect(byTurns(() => 0, 0.59, 0.7)).toBe(true)
  expect(byTurns(() => 0, 0.62, 0.8)).toBe(true)
  expect(byTurns((one) => one, 0.62, 0.7)).toBe(true)
})
