import type { CapturedBlock } from './captured-blocks.ts'

const FRAMES_PER_MS = 48
/** Delays are compared over this many blocks: nearly a second. */
const LAST_BLOCKS = 12

export interface KeptSound {
  readonly blocks: number
  readonly keptMs: number
  /** Captured sound that is not in the recording, sample for sample and in order. */
  readonly missingMs: number
  /** Silence that the recording has between blocks. */
  readonly silenceMs: number
  /**
   * By how much the audio thread fell behind the clock, as on a machine that stops it for a while. It posts as if no
   * time had passed; the recording has silence instead.
   */
  readonly behindMs: number
  /** How much later than others the first block was posted, as on a machine that is busy then. */
  readonly lateMs: number
}

/**
 * Compares what one page captured within a time, in ms since the epoch, with what a recording has. The captured sound
 * is noise, so that each block occurs once.
 */
export function findKeptSound(
  captured: readonly CapturedBlock[],
  samples: Int16Array,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): KeptSound {
  const wanted = captured.filter(
    (block) => block.endWallMs - block.samples.length / FRAMES_PER_MS >= fromMs && block.endWallMs <= toMs,
  )
  let [end, missing, silence] = [0, 0, 0]
  let isFirst = true
  for (const block of wanted) {
    const at = findFrom(samples, block.samples, end)
    if (at === -1) {
      missing += block.samples.length
      continue
    }
    if (!isFirst) silence += at - end
    isFirst = false
    end = at + block.samples.length
  }
  const delaysMs = wanted.map(
    ({ endWallMs, firstFrame, samples: own }) => endWallMs - (firstFrame + own.length) / FRAMES_PER_MS,
  )
  return {
    blocks: wanted.length,
    keptMs: (wanted.reduce((sum, block) => sum + block.samples.length, 0) - missing) / FRAMES_PER_MS,
    missingMs: missing / FRAMES_PER_MS,
    silenceMs: Math.max(0, silence - missing) / FRAMES_PER_MS,
    behindMs: Math.min(...delaysMs.slice(-LAST_BLOCKS)) - Math.min(...delaysMs),
    lateMs: Math.max(0, ...delaysMs.map((delayMs) => (delaysMs[0] ?? 0) - delayMs)),
  }
}

/** The first place of a block from a frame on; -1 if there is none. */
function findFrom(samples: Int16Array, block: Int16Array, from: number): number {
  for (let at = from; at + block.length <= samples.length; at += 1)
    if (samples[at] === block[0] && block.every((sample, index) => sample === samples[at + index])) return at
  return -1
}
