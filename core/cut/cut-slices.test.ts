import { expect, it } from 'vitest'
import { cutSlices, fadeSlice } from './cut-slices.ts'
import { keptSamples, type KeptSpans } from './kept-spans.ts'
import { Splicer } from './splicer.ts'

const rate = 1_000
const kept: KeptSpans = {
  rate,
  lengthSamples: 400,
  spans: [
    { startSample: 20, endSample: 100 },
    { startSample: 110, endSample: 190 },
    { startSample: 300, endSample: 380 },
  ],
}
const sound = Float32Array.from({ length: 400 }, (_, at) => Math.sin(at * 1.7) + at / 400)

function mixed(from: number, most: number): Float32Array {
  const out = new Float32Array(keptSamples(kept) - from)
  for (const slice of cutSlices(kept, from, most)) {
    const samples = sound.slice(slice.startSample, slice.startSample + slice.samples)
    fadeSlice(samples, slice)
    for (const [at, sample] of samples.entries()) out[slice.atSample - from + at]! += sample
  }
  return out
}

function spliced(): number[] {
  const splicer = new Splicer({ channels: 1, kept, silences: [] })
  const pieces = splicer.push(sound.slice())
  return [...pieces.flatMap((piece) => [...piece]), ...splicer.end()]
}

it.each([1_000, 64, 7])('is the same sound as that of a file, in slices of %d samples', (most) => {
  const wanted = spliced()
  const got = mixed(0, most)
  expect(got.length).toBe(wanted.length)
  for (const [at, sample] of got.entries()) expect(sample).toBeCloseTo(wanted[at] ?? Number.NaN, 5)
})

it.each([0, 5, 79, 80, 100, 200])('begins anywhere, also beside a join: at sample %d', (from) => {
  const wanted = spliced()
  const got = mixed(from, 50)
  // Fades that began before are left out.
  const places = [9, 20, got.length - 1].filter((at) =>
    [80, 160].every((join) => Math.abs(from + at - join) > 8),
  )
  expect(places.length).toBeGreaterThan(0)
  for (const at of places) expect(got[at]).toBeCloseTo(wanted[from + at] ?? Number.NaN, 5)
})
