import { describe, expect, it } from 'vitest'
import type { SoundBlock } from './block.ts'
import type { ClockEntry } from './journal-entry.ts'
import { SourceClock } from './source-clock.ts'
import { sentBlocks } from './testing/tone.ts'
import { fileOf, writtenFile } from './testing/written.ts'
import { Timeline } from './timeline.ts'

const START_MS = 1_800_000_000_000
const BLOCK = 2_400
const blocks = (count: number, changes: { startMs?: number; deviceRate?: number } = {}): SoundBlock[] =>
  sentBlocks({ startMs: START_MS, blockFrames: BLOCK, count, ...changes })

const later = (block: SoundBlock, ms: number): SoundBlock => ({ ...block, atMs: block.atMs + ms })

const without = (entries: readonly ClockEntry[], kind: ClockEntry['kind']): readonly ClockEntry[] =>
  entries.filter((entry) => entry.kind !== kind)

describe('the clock of a source', () => {
  it('begins with silence where the source begins late, and without what was before the start', () => {
    const late = writtenFile(blocks(20, { startMs: START_MS + 250 }), new Timeline(START_MS))
    expect(without(late.entries, 'time')).toEqual([
      { kind: 'gap', source: 0, frame: 0, frames: 12_000, reason: 'start' },
    ])
    expect(late.samples.length).toBe(12_000 + 20 * BLOCK)
    const early = writtenFile(blocks(20, { startMs: START_MS - 75 }), new Timeline(START_MS))
    expect(early.samples.length).toBe(20 * BLOCK - 3_600)
    expect(early.samples[0]).toBe(3_601)
  })

  it('fills a gap over 100 ms that only the clock shows, and leaves shorter ones', () => {
    const all = blocks(200)
    const gap = all.map((block) => (block.sequence < 100 ? block : later(block, 300)))
    const { entries, samples } = writtenFile(gap, new Timeline(START_MS))
    expect(without(entries, 'time')).toEqual([
      { kind: 'gap', source: 0, frame: 100 * BLOCK, frames: 14_400, reason: 'late' },
    ])
    expect(samples.length).toBe(200 * BLOCK + 14_400)
    const short = all.map((block) => (block.sequence < 100 ? block : later(block, 60)))
    expect(writtenFile(short, new Timeline(START_MS)).entries.filter(({ kind }) => kind === 'gap')).toEqual(
      [],
    )
  })

  it.each([48_024, 47_976, 48_200])(
    'keeps what a device of %i Hz delivers sample for sample, however unevenly it comes, and notes its times',
    (rate) => {
      const delivered = sentBlocks({
        startMs: START_MS,
        blockFrames: BLOCK,
        count: Math.ceil((120 * rate) / BLOCK),
        deviceRate: rate,
      })
      const uneven = delivered.map((block) => later(block, ((block.sequence * 7_919) % 90) + 5))
      const { samples, entries } = writtenFile(uneven, new Timeline(START_MS))
      const [first] = entries
      const silent = first?.kind === 'gap' ? first.frames : expect.fail('no start')
      // The least delay of the first blocks is unknown.
      expect(silent).toBeLessThan(95 * 48)
      expect(samples.length).toBe(silent + delivered.length * BLOCK)
      const wrong = samples.subarray(silent).findIndex((sample, frame) => sample !== (frame % 20_000) + 1)
      expect(wrong).toBe(-1)
      for (const entry of entries.slice(1)) {
        if (entry.kind !== 'time') expect.fail(entry.kind)
        const capturedMs = ((entry.frame - silent) * 1_000) / rate
        expect(entry.atMs - capturedMs).toBeGreaterThanOrEqual(4)
        expect(entry.atMs - capturedMs).toBeLessThan(60)
      }
      expect(entries.length).toBeGreaterThan(12)
    },
  )

  it('finds a gap in a drifting source by its own line, long after the start', () => {
    const samples = new Int16Array(4_800)
    const clock = new SourceClock(0, new Timeline(START_MS))
    const placements = Array.from({ length: 12_000 }, (_, sequence) => {
      const firstFrame = sequence * samples.length
      const atMs = START_MS + (firstFrame * 1_000) / 47_976 + (sequence < 11_000 ? 0 : 250)
      return clock.add({ source: 0, run: 0, sequence, firstFrame, atMs, samples })
    })
    const [gap, ...others] = without(
      placements.flatMap((one) => one.entries),
      'time',
    )
    expect(others).toEqual([])
    expect(gap).toMatchObject({ kind: 'gap', frame: 11_000 * samples.length, reason: 'late' })
    const frames = gap?.kind === 'gap' ? gap.frames : 0
    expect(Math.abs(frames - 250 * 48)).toBeLessThan(48)
  })

  it('leaves out pauses, to the frame, and goes on where it was', () => {
    const timeline = new Timeline(START_MS)
    const clock = new SourceClock(0, timeline)
    const all = blocks(200)
    const first = all.slice(0, 60).map((block) => clock.add(block))
    timeline.pause(START_MS + 3_010)
    const paused = all.slice(60, 120).map((block) => clock.add(block))
    timeline.resume(START_MS + 6_020)
    const rest = all.slice(120).map((block) => clock.add(block))
    const { samples, entries } = fileOf([...first, ...paused, ...rest, clock.finish()])
    expect(without(entries, 'time')).toEqual([])
    expect(samples.length).toBe(200 * BLOCK - 3_010 * 48)
    expect(samples[3_010 * 48 - 1]).toBe(((3_010 * 48 - 1) % 20_000) + 1)
    expect(samples[3_010 * 48]).toBe(((6_020 * 48) % 20_000) + 1)
  })

  it('takes a new run as much later as the clock says, and never leaves sound out', () => {
    const timeline = new Timeline(START_MS)
    const clock = new SourceClock(0, timeline)
    const all = blocks(60)
    const reopened = (offsetMs: number, from: number) =>
      all.slice(0, 20).map((block, index) => ({
        ...block,
        run: from,
        sequence: from * 20 + index,
        atMs: START_MS + offsetMs + index * 50,
      }))
    const placements = [
      ...all.slice(0, 20).map((block) => clock.add(block)),
      ...reopened(1_800, 1).map((block) => clock.add(block)),
      ...reopened(2_750, 2).map((block) => clock.add(block)),
      clock.finish(),
    ]
    const { samples, entries } = fileOf(placements)
    expect(without(entries, 'time')).toEqual([
      { kind: 'gap', source: 0, frame: 48_000, frames: 38_400, reason: 'start' },
    ])
    expect(entries).toContainEqual({ kind: 'time', source: 0, run: 2, frame: 134_400, atMs: 2_750 })
    expect(samples.length).toBe(48_000 + 38_400 + 2 * 48_000)
  })

  it('holds nothing back for long: what is not in the file is within a second', () => {
    const clock = new SourceClock(0, new Timeline(START_MS))
    let written = 0
    for (const block of blocks(100)) {
      const { pieces } = clock.add(block.sequence === 40 ? later(block, 900) : block)
      for (const piece of pieces) written += piece.kind === 'sound' ? piece.samples.length : piece.frames
      expect((block.sequence + 1) * BLOCK - written).toBeLessThan(48_000)
    }
    expect(clock.nextSequence).toBe(100)
  })

  it('says which blocks are in the file, so that senders may forget them', () => {
    const clock = new SourceClock(0, new Timeline(START_MS))
    const all = blocks(20)
    for (const block of all.slice(0, 4)) clock.add(block)
    // Held until it is known how late the source begins.
    expect(clock.nextSequence).toBe(0)
    for (const block of all.slice(4, 12)) clock.add(block)
    expect(clock.nextSequence).toBe(12)
    clock.add(all[14] as SoundBlock)
    expect(clock.nextSequence).toBe(12)
  })

  it('does not believe a counter that jumps further than the clock', () => {
    const all = blocks(40).map((block) =>
      block.sequence < 20 ? block : { ...block, firstFrame: block.firstFrame + 48_000_000 },
    )
    const { samples } = writtenFile(all, new Timeline(START_MS))
    expect(samples.length).toBe(40 * BLOCK)
  })
})
