import { spawn } from 'node:child_process'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { alignSources } from '#core/recording/align-sources'
import type { SoundBlock } from '#core/recording/block'
import { writtenFile } from '#core/recording/testing/written'
import { Timeline } from '#core/recording/timeline'
import { alignFilter, ratesOf } from './align-filter.ts'

const START_MS = 1_800_000_000_000
const BLOCK = 4_800
const WINDOW = 4_800
const MINUTES = 10

/** The room's sound at a time: many partials up to 3 kHz, never repeating. */
function soundAt(seconds: number): number {
  let sum = 0
  for (let partial = 0; partial < 12; partial += 1)
    sum += Math.sin(2 * Math.PI * (90 + 243.7 * partial) * seconds + Math.sin(seconds * (partial + 1) * 0.9))
  return Math.round(2_000 * sum)
}

/** Frames of one device only where a test looks; others are silent, for speed. */
function blocksOf(rate: number, isWanted: (second: number) => boolean): SoundBlock[] {
  const silence = new Int16Array(BLOCK)
  return Array.from({ length: Math.floor((MINUTES * 60 * rate) / BLOCK) }, (_, sequence) => {
    const firstFrame = sequence * BLOCK
    const samples = isWanted(Math.floor(firstFrame / rate))
      ? Int16Array.from(silence, (_sample, index) => soundAt((firstFrame + index) / rate))
      : silence
    const lateMs = 3 + ((sequence * 7_919) % 17)
    return {
      source: 0,
      run: 0,
      sequence,
      firstFrame,
      atMs: START_MS + (firstFrame * 1_000) / rate + lateMs,
      samples,
    }
  })
}

async function filtered(samples: Int16Array, graph: string): Promise<Int16Array> {
  const words = '-v error -f s16le -ar 48000 -ac 1 -i pipe:0 -filter_complex'.split(' ')
  const out = '-map [out] -f s16le pipe:1'.split(' ')
  const child = spawn('ffmpeg', [...words, graph, ...out], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength))
  const bytes = Uint8Array.from(await buffer(child.stdout))
  return new Int16Array(bytes.buffer)
}

/** The best correlation of a window with the sound played then, and its lag, ms. */
function bestMatch(samples: Int16Array, from: number): { correlation: number; lagMs: number } {
  const best = { correlation: 0, lagMs: Number.NaN }
  const heard = Int16Array.from({ length: WINDOW / 4 }, (_, index) => soundAt((from + index * 4) / 48_000))
  for (let lag = -960; lag <= 960; lag += 8) {
    let [both, one, other] = [0, 0, 0]
    for (const [index, played] of heard.entries()) {
      const kept = samples[from + index * 4 + lag] ?? 0
      both += played * kept
      one += played * played
      other += kept * kept
    }
    const correlation = both / Math.sqrt(one * other)
    if (correlation > best.correlation) Object.assign(best, { correlation, lagMs: lag / 48 })
  }
  return best
}

describe('the filter that aligns sources', () => {
  it('keeps 48,000 and 48,024 Hz within 20 ms for ten minutes, and what was played in each window', async () => {
    const looked = [2, 301, 595]
    const isLooked = (second: number): boolean => looked.some((one) => Math.abs(second - one) <= 1)
    const written = [48_000, 48_024].map((rate) =>
      writtenFile(blocksOf(rate, isLooked), new Timeline(START_MS)),
    )
    const entries = written.flatMap((one, source) => one.entries.map((entry) => ({ ...entry, source })))
    const { sources, frames } = alignSources(
      entries,
      written.map(({ samples }) => samples.length),
    )
    const [first = new Int16Array(), second = new Int16Array()] = written.map(({ samples }) => samples)
    // Uncorrected, they are 0.3 s apart.
    expect(second.length - first.length).toBeGreaterThan(250 * 48)
    const aligned = await filtered(second, alignFilter('0:a', 'out', sources[1] ?? null, frames))
    expect(aligned.length).toBe(frames)
    for (const at of looked) {
      for (let window = 0; window < 5; window += 1) {
        const [one, other] = [first, aligned].map((samples) =>
          bestMatch(samples, at * 48_000 + window * WINDOW),
        )
        expect(one?.correlation).toBeGreaterThan(0.98)
        expect(other?.correlation).toBeGreaterThan(0.98)
        expect(Math.abs((one?.lagMs ?? 99) - (other?.lagMs ?? -99))).toBeLessThan(20)
      }
    }
  })

  it('has no seam between two rates', async () => {
    const tone = Int16Array.from({ length: 96_000 }, (_, frame) =>
      Math.round(9_000 * Math.sin((2 * Math.PI * 1_000 * frame) / 48_000)),
    )
    const stretches = [
      { from: 0, to: 48_000, length: 48_100 },
      { from: 48_000, to: 96_000, length: 47_950 },
    ]
    const joined = await filtered(tone, alignFilter('0:a', 'out', stretches, 96_100))
    expect(joined.length).toBe(96_100)
    const steps = joined
      .subarray(1_000, 95_900)
      .map((sample, index) => Math.abs(sample - (joined[1_001 + index] ?? 0)))
    // A sine of 1 kHz changes by at most 0.131 of its amplitude per sample.
    expect(Math.max(...steps)).toBeLessThan(9_000 * 0.131 * 1.1)
    expect(joined.subarray(96_050).every((sample) => sample === 0)).toBe(true)
  })

  it('leaves a source without stretches sample for sample, and makes it as long as the others', async () => {
    const noise = Int16Array.from({ length: 10_000 }, (_, index) =>
      Math.round(30_000 * Math.sin(index ** 1.7)),
    )
    const kept = await filtered(noise, alignFilter('0:a', 'out', null, 10_500))
    expect([...kept]).toEqual([...noise, ...new Int16Array(500)])
  })

  it.each([
    [28_814_400, 28_800_000],
    [518_400_000, 518_374_080],
    [1_000_003, 999_983],
    [100, 101],
  ])('takes rates of the ratio of %i to %i', (frames, length) => {
    const [inRate, outRate] = ratesOf(frames, length)
    expect(Math.abs((frames * outRate) / inRate - length)).toBeLessThan(0.5)
    expect(Math.min(inRate, outRate)).toBeGreaterThanOrEqual(48_000)
    expect([inRate, outRate].every((rate) => Number.isSafeInteger(rate) && rate < 2 ** 31)).toBe(true)
  })
})
