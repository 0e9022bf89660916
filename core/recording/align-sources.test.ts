import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignSources } from './align-sources.ts'
import type { JournalEntry } from './journal-entry.ts'
import { RECORDING_RATE } from './block.ts'

const MINUTE = 60_000

interface Device {
  /** Frames that it delivers per second. */
  readonly rate: number
  readonly minutes: number
  readonly startMs?: number
  /** Delay of each known time, in ms. */
  readonly lateMs?: (index: number) => number
}

/** The journal of sources that never stop. */
function journalOf(devices: readonly Device[]): { entries: JournalEntry[]; frames: number[] } {
  const entries = devices.flatMap(
    ({ rate, minutes, startMs = 0, lateMs = () => 0 }, source): JournalEntry[] => {
      const silence = Math.round((startMs * RECORDING_RATE) / 1_000)
      const begin: JournalEntry[] =
        silence === 0 ? [] : [{ kind: 'gap', source, frame: 0, frames: silence, reason: 'start' }]
      const times = Array.from({ length: minutes * 6 }, (_, index): JournalEntry => {
        const frame = silence + index * 480_000
        const atMs = startMs + (index * 480_000 * 1_000) / rate + lateMs(index)
        return { kind: 'time', source, run: 0, frame, atMs }
      })
      return [...begin, ...times]
    },
  )
  const frames = devices.map(({ rate, minutes, startMs = 0 }) =>
    Math.round((startMs * RECORDING_RATE) / 1_000 + (minutes * 60 - startMs / 1_000) * rate),
  )
  return { entries, frames }
}

describe('the sources of a recording', () => {
  it('of 48,000 and 48,024 Hz are together after ten minutes, and the first is left as it is', () => {
    const { entries, frames } = journalOf([
      { rate: 48_000, minutes: 10 },
      { rate: 48_024, minutes: 10 },
    ])
    const { sources, frames: length, fromSource } = alignSources(entries, frames)
    expect(sources[0]).toBeNull()
    expect(Math.abs(fromSource(1, (frames[1] ?? 0) / 48) - 600_000)).toBeLessThan(1)
    expect(Math.abs(length - 600 * 48_000)).toBeLessThan(48)
  })

  it('of a short recording are together although the first sound of one came late, as on a busy computer', () => {
    const { entries, frames } = journalOf([{ rate: 48_000, minutes: 0.5 }])
    const late: JournalEntry[] = [
      { kind: 'gap', source: 1, frame: 0, frames: 400 * 48, reason: 'start' },
      { kind: 'time', source: 1, run: 0, frame: 400 * 48, atMs: 400 },
      { kind: 'time', source: 1, run: 0, frame: (400 + 5_000) * 48, atMs: 5_000 },
    ]
    const { fromSource } = alignSources([...entries, ...late], [...frames, frames[0] ?? 0])
    // What is heard after five seconds is 400 ms later in that source's file.
    expect(fromSource(1, 5_400)).toBeCloseTo(5_000, 0)
    expect(fromSource(1, 9_400)).toBeCloseTo(9_000, 0)
  })

  it('are left sample for sample where nothing is 20 ms away', () => {
    const { entries, frames } = journalOf([
      { rate: 48_000, minutes: 60, lateMs: (index) => (index * 7) % 12 },
      { rate: 48_000.2, minutes: 60, lateMs: (index) => (index * 5) % 11 },
    ])
    expect(alignSources(entries, frames).sources).toEqual([null, null])
  })

  it('stay together whatever their rates, starts and delays, also late ones', () => {
    const device = fc.record({
      rate: fc.double({ min: 47_900, max: 48_100, noNaN: true }),
      minutes: fc.constant(30),
      startMs: fc.nat(3_000),
      seed: fc.nat(100),
    })
    fc.assert(
      fc.property(device, device, (one, other) => {
        const devices = [one, other].map((own) => ({
          ...own,
          lateMs: (index: number) => ((index * 13 + own.seed) % 7) + (index % 9 === own.seed % 9 ? 70 : 0),
        }))
        const { entries, frames } = journalOf(devices)
        const { fromSource, inFile } = alignSources(entries, frames)
        for (const atMs of [3_000, MINUTE, 7 * MINUTE, 20 * MINUTE, 30 * MINUTE - 1]) {
          const places = devices.map(({ rate, startMs }, source) => {
            return fromSource(source, startMs + ((atMs - startMs) * rate) / 48_000)
          })
          expect(Math.abs((places[0] ?? 0) - (places[1] ?? 0))).toBeLessThan(20)
          expect(Math.abs(inFile(atMs) - (places[0] ?? 0))).toBeLessThan(20)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('follow a device that changes its rate', () => {
    const steady = journalOf([{ rate: 48_000, minutes: 60 }])
    const half = 30 * 60 * 48_010
    const times = Array.from({ length: 360 }, (_, index): JournalEntry => {
      const frame = index * 480_000
      const atMs = frame < half ? (frame * 1_000) / 48_010 : 30 * MINUTE + ((frame - half) * 1_000) / 47_990
      return { kind: 'time', source: 1, run: 0, frame, atMs }
    })
    const frames = [60 * 60 * 48_000, half + 30 * 60 * 47_990]
    const { fromSource } = alignSources([...steady.entries, ...times], frames)
    expect(Math.abs(fromSource(1, half / 48) - 30 * MINUTE)).toBeLessThan(10)
    expect(Math.abs(fromSource(1, (frames[1] ?? 0) / 48) - 60 * MINUTE)).toBeLessThan(10)
  })

  it('of a journal without times are left as they are', () => {
    const { sources, frames, inFile } = alignSources([], [100, 90])
    expect([sources, frames, inFile(1_234)]).toEqual([[null, null], 100, 1_234])
  })
})
