import { describe, expect, it } from 'vitest'
import type { CapturedBlock } from './captured-blocks.ts'
import { findKeptSound } from './kept-sound.ts'

const FRAMES = 3_840
const ALWAYS = { fromMs: 0, toMs: Infinity }

function noise(frames: number): Int16Array {
  let state = 1
  return Int16Array.from({ length: frames }, () => {
    state = (state * 48_271) % 2_147_483_647
    return (state % 12_000) - 6_000 || 1
  })
}

/** Blocks as an audio thread posts them, each after its last sample and the given delay. */
function blocks(count: number, delayMs: (index: number) => number = () => 5): CapturedBlock[] {
  const samples = noise(count * FRAMES)
  return Array.from({ length: count }, (_, index) => ({
    page: 1,
    firstFrame: index * FRAMES,
    endWallMs: 1_000 + (index + 1) * 80 + delayMs(index),
    samples: samples.subarray(index * FRAMES, (index + 1) * FRAMES),
  }))
}

const joined = (...parts: readonly Int16Array[]) => Int16Array.from(parts.flatMap((part) => [...part]))

describe('sound that a recording has', () => {
  const captured = blocks(30)
  const sounds = captured.map(({ samples }) => samples)

  it('is whole with other sound around it', () => {
    const found = findKeptSound(captured, joined(new Int16Array(500), ...sounds, noise(700)), ALWAYS)
    expect(found).toEqual({ blocks: 30, keptMs: 2_400, missingMs: 0, silenceMs: 0, behindMs: 0, lateMs: 0 })
  })

  it('lacks a block that is silent, or of which one sample differs, or that is elsewhere', () => {
    const silent = sounds.with(10, new Int16Array(FRAMES))
    expect(findKeptSound(captured, joined(...silent), ALWAYS)).toMatchObject({ missingMs: 80, silenceMs: 0 })
    const other = sounds.with(
      10,
      (sounds[10] ?? new Int16Array()).map((sample, at) => sample + Number(at === 99)),
    )
    expect(findKeptSound(captured, joined(...other), ALWAYS).missingMs).toBe(80)
    const moved = [...sounds.slice(0, 10), ...sounds.slice(11), ...sounds.slice(10, 11)]
    expect(findKeptSound(captured, joined(...moved), ALWAYS).missingMs).toBeGreaterThan(0)
  })

  it('has silence where the audio thread fell behind, or without a reason', () => {
    const gap = [...sounds.slice(0, 10), new Int16Array(48 * 640), ...sounds.slice(10)]
    expect(findKeptSound(captured, joined(...gap), ALWAYS)).toMatchObject({ silenceMs: 640, behindMs: 0 })
    const behind = blocks(30, (index) => (index < 10 ? 5 : 645))
    expect(findKeptSound(behind, joined(...gap), ALWAYS)).toMatchObject({ silenceMs: 640, behindMs: 640 })
  })

  it('came late where the machine was busy at first', () => {
    const late = blocks(30, (index) => (index < 2 ? 165 - index * 80 : 5))
    expect(findKeptSound(late, joined(...sounds), ALWAYS)).toMatchObject({ lateMs: 160, behindMs: 0 })
  })

  it('is that of the time alone', () => {
    const part = findKeptSound(captured, joined(...sounds.slice(10)), { fromMs: 1_000 + 805, toMs: Infinity })
    expect(part).toMatchObject({ blocks: 20, missingMs: 0 })
  })
})
