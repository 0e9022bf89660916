import { describe, expect, it } from 'vitest'
import type { SoundBlock } from './block.ts'
import { SourceClock } from './source-clock.ts'
import { sentBlocks } from './testing/tone.ts'
import { fileOf, writtenFile } from './testing/written.ts'
import { Timeline } from './timeline.ts'

const START_MS = 1_800_000_000_000
const BLOCK = 2_400
const blocks = (count: number, changes: { startMs?: number; deviceRate?: number } = {}): SoundBlock[] =>
  sentBlocks({ startMs: START_MS, blockFrames: BLOCK, count, ...changes })

const later = (block: SoundBlock, ms: number): SoundBlock => ({ ...block, atMs: block.atMs + ms })

/** Frame at which a click of the sound is in the file. */
const clickAt = (samples: Int16Array): number => samples.findIndex((sample) => sample > 25_000)

describe('the clock of a source', () => {
  it('begins with silence where the source begins late, and without what was before the start', () => {
    const late = writtenFile(blocks(20, { startMs: START_MS + 250 }), new Timeline(START_MS))
    expect(late.entries).toEqual([{ kind: 'gap', source: 0, frame: 0, frames: 12_000, reason: 'start' }])
    expect(late.samples.length).toBe(12_000 + 20 * BLOCK)
    const early = writtenFile(blocks(20, { startMs: START_MS - 75 }), new Timeline(START_MS))
    expect(early.samples.length).toBe(20 * BLOCK - 3_600)
    expect(early.samples[0]).toBe(3_601)
  })

  it('fills a gap over 100 ms that only the clock shows, and leaves shorter ones to the drift', () => {
    const all = blocks(200)
    const gap = all.map((block) => (block.sequence < 100 ? block : later(block, 300)))
    const { entries, samples } = writtenFile(gap, new Timeline(START_MS))
    expect(entries).toEqual([{ kind: 'gap', source: 0, frame: 100 * BLOCK, frames: 14_400, reason: 'late' }])
    expect(samples.length).toBe(200 * BLOCK + 14_400)
    const short = all.map((block) => (block.sequence < 100 ? block : later(block, 60)))
    expect(writtenFile(short, new Timeline(START_MS)).entries.filter(({ kind }) => kind === 'gap')).toEqual(
      [],
    )
  })

  it.each([48_024, 47_976, 48_080])(
    'corrects the drift of a device of %i Hz, a few samples at a time',
    (rate) => {
      const seconds = 20
      const click = rate * 15
      const drifting = sentBlocks({
        startMs: START_MS,
        blockFrames: 2_400,
        count: Math.ceil((seconds * rate) / 2_400),
        deviceRate: rate,
        sound: (frame) => (Math.abs(frame - click) < 3 ? 30_000 : 1_000),
      })
      const clock = new SourceClock(0, new Timeline(START_MS))
      const placements = [...drifting.map((block) => clock.add(block)), clock.finish()]
      for (const { pieces } of placements.slice(10)) {
        for (const piece of pieces) {
          expect(piece.kind).toBe('sound')
          if (piece.kind === 'sound') expect(Math.abs(piece.samples.length - 2_400)).toBeLessThanOrEqual(4)
        }
      }
      const { samples, entries } = fileOf(placements)
      const sentSeconds = (drifting.length * 2_400) / rate
      expect(Math.abs(samples.length - sentSeconds * 48_000)).toBeLessThan(48 * 12)
      expect(Math.abs(clickAt(samples) - 15 * 48_000)).toBeLessThan(48 * 12)
      // The journal says all that was added or left out.
      const corrected = entries.reduce(
        (sum, { kind, frames }) => sum + (kind === 'overlap' ? -frames : frames),
        0,
      )
      expect(samples.length - drifting.length * 2_400).toBe(corrected)
    },
  )

  it('keeps two sources together, one of which drifts and is delayed now and then', () => {
    const steady = writtenFile(blocks(600), new Timeline(START_MS))
    const other = sentBlocks({
      startMs: START_MS,
      blockFrames: 2_400,
      count: 600,
      deviceRate: 47_990,
      sound: (frame) => (frame === 47_990 * 25 ? 30_000 : 100),
    }).map((block) => later(block, block.sequence % 7 === 0 ? 40 : block.sequence % 3))
    const { samples } = writtenFile(other, new Timeline(START_MS))
    expect(Math.abs(samples.length - steady.samples.length)).toBeLessThan(48 * 20)
    expect(Math.abs(clickAt(samples) - 25 * 48_000)).toBeLessThan(48 * 20)
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
    expect(entries).toEqual([])
    expect(samples.length).toBe(200 * BLOCK - 3_010 * 48)
    expect(samples[3_010 * 48 - 1]).toBe(((3_010 * 48 - 1) % 20_000) + 1)
    expect(samples[3_010 * 48]).toBe(((6_020 * 48) % 20_000) + 1)
  })

  it('takes a new run where the clock says, and leaves out what is there already', () => {
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
    expect(entries).toEqual([
      { kind: 'gap', source: 0, frame: 48_000, frames: 38_400, reason: 'start' },
      { kind: 'overlap', source: 0, frame: 134_400, frames: 2_400 },
    ])
    expect(samples.length).toBe(3_750 * 48)
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
    // Kept back until it is known how late the source begins.
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
