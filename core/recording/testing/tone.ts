import type { SoundBlock } from '../block.ts'

export interface SentBlocks {
  readonly startMs: number
  readonly blockFrames: number
  readonly count: number
  /** Frames that the device actually delivers per second; the clock counts 48,000. */
  readonly deviceRate?: number
  readonly source?: number
  readonly sound?: (frame: number) => number
}

/** Blocks from a device that never stops, with clock times. */
export function sentBlocks({
  startMs,
  blockFrames,
  count,
  deviceRate = 48_000,
  source = 0,
  sound = (frame) => (frame % 20_000) + 1,
}: SentBlocks): SoundBlock[] {
  return Array.from({ length: count }, (_, sequence) => ({
    source,
    run: 0,
    sequence,
    firstFrame: sequence * blockFrames,
    atMs: startMs + (sequence * blockFrames * 1000) / deviceRate,
    samples: Int16Array.from({ length: blockFrames }, (_sample, index) =>
      sound(sequence * blockFrames + index),
    ),
  }))
}
