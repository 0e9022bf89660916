import fc from 'fast-check'
import { expect, it } from 'vitest'
import { piecesOfKept } from './pieces-of-kept.ts'

it('pieces of a cut are the kept samples of the times that were asked for, in order', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 2, maxLength: 10 })
  fc.assert(
    fc.property(lengths, lengths, (recording, asked) => {
      const edges = edgesOf(recording)
      const spans = pairsFrom(edges, 0).map(([startSample, endSample]) => ({ startSample, endSample }))
      const kept = { rate: 1_000, lengthSamples: edges.at(-1) ?? 0, spans }
      const times = pairsFrom(edgesOf(asked), 1).map(([startMs, endMs]) => ({ startMs, endMs }))
      const samples = samplesIn(spans)
      expect(samplesIn(piecesOfKept(kept, times).spans)).toEqual(
        times.flatMap(({ startMs, endMs }) => samples.slice(startMs, endMs)),
      )
    }),
    { numRuns: 60 },
  )
})

const edgesOf = (lengths: readonly number[]): number[] => {
  const edges = [0]
  for (const length of lengths) edges.push((edges.at(-1) ?? 0) + length)
  return edges
}

/** Every other stretch between edges, from the given one. */
const pairsFrom = (edges: readonly number[], first: number): [number, number][] =>
  edges.slice(1).flatMap((end, at): [number, number][] => (at % 2 === first ? [[edges[at] ?? 0, end]] : []))

const samplesIn = (spans: readonly { readonly startSample: number; readonly endSample: number }[]) =>
  spans.flatMap(({ startSample, endSample }) =>
    Array.from({ length: endSample - startSample }, (_, at) => startSample + at),
  )
