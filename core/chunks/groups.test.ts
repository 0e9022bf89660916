import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupChunks, halveGroup, padGroup } from './groups.ts'
import { padChunks } from './pad.ts'
import { type Chunk, SEVERAL_SPEAKERS } from './plan.ts'

const limits = { longestSeconds: 25, joinSeconds: 2 }
const chunk = (start: number, end: number, more: Partial<Chunk> = {}): Chunk => ({
  startSample: start * 16_000,
  endSample: end * 16_000,
  localSpeaker: 0,
  regions: [{ startSample: start * 16_000, endSample: end * 16_000 }],
  cutBefore: false,
  cutAfter: false,
  ...more,
})
const places = (chunks: readonly Chunk[]): number[][] =>
  groupChunks(chunks, limits).map(({ from, to }) => [from, to])

test('neighbours over a short pause are one group, whoever speaks', () => {
  const chunks = [chunk(0, 6), chunk(6.5, 12, { localSpeaker: 1 }), chunk(14, 16)]
  expect(groupChunks(chunks.slice(0, 2), limits)).toEqual([
    {
      ...chunk(0, 12),
      localSpeaker: SEVERAL_SPEAKERS,
      regions: chunks.slice(0, 2).flatMap(({ regions }) => regions),
      from: 0,
      to: 2,
    },
  ])
  expect(places(chunks)).toEqual([
    [0, 2],
    [2, 3],
  ])
})

test('no group is longer than it may be', () => {
  expect(places([chunk(0, 10), chunk(11, 25), chunk(25.5, 30)])).toEqual([
    [0, 2],
    [2, 3],
  ])
})

test('never over a cut inside of a region', () => {
  expect(places([chunk(0, 10, { cutAfter: true }), chunk(10, 15, { cutBefore: true })])).toEqual([
    [0, 1],
    [1, 2],
  ])
})

test('a group is halved at the chunk nearest its middle', () => {
  const chunks = [chunk(0, 4), chunk(4, 6), chunk(6, 13), chunk(13, 20)]
  const [group] = groupChunks(chunks, limits)
  const halves = group === undefined ? [] : halveGroup(chunks, group)
  expect(halves.map(({ from, to }) => [from, to])).toEqual([
    [0, 3],
    [3, 4],
  ])
})

test('a group is padded between the chunks around it, a lone chunk as ever', () => {
  const chunks = [chunk(0, 4), chunk(7, 9), chunk(9, 12), chunk(12.2, 20, { cutAfter: true }), chunk(30, 31)]
  const group = groupChunks(chunks, limits)[1]
  expect(group && padGroup(chunks, group, 0.4, 32 * 16_000)).toEqual({
    startSample: 6.6 * 16_000,
    sampleCount: 13.4 * 16_000,
  })
  const alone = groupChunks(chunks, { longestSeconds: 0, joinSeconds: 0 })
  expect(alone.map((one) => padGroup(chunks, one, 0.4, 32 * 16_000))).toEqual(
    padChunks(chunks, 0.4, 32 * 16_000),
  )
})

test('every chunk is in one group and, halved to the end, alone', () => {
  const someChunks = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 100, max: 15_000 }), fc.boolean()))
    .map((parts) => {
      let end = 0
      return parts.map(([pause, length, isCut], index) => {
        const start = end + pause / 1000
        end = start + length / 1000
        return chunk(start, end, { cutAfter: isCut, cutBefore: parts[index - 1]?.[2] ?? false })
      })
    })
  fc.assert(
    fc.property(someChunks, (chunks) => {
      const groups = groupChunks(chunks, limits)
      expect(groups.flatMap(({ from, to }) => chunks.slice(from, to))).toEqual(chunks)
      const leaves = (group: (typeof groups)[number]): number[] =>
        group.to - group.from === 1 ? [group.from] : halveGroup(chunks, group).flatMap(leaves)
      expect(groups.flatMap(leaves)).toEqual([...chunks.keys()])
    }),
  )
})
