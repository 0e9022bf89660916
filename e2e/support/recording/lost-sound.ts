import type { CapturedBlock, Claim } from './captured-blocks.ts'

const RATE = 48_000
const FRAMES_PER_MS = RATE / 1_000
/** This many samples of noise identify the position of a block. */
const SEARCHED = 480
/** The page acknowledges about once per second, and reports sound as safe for this long after. */
const CLAIM_MS = 3_500

export interface Recorded {
  /** Origin of its clock, in ms since the epoch. */
  readonly startedAtMs: number
  readonly samples: Int16Array
}

export interface LostSound {
  readonly blocks: number
  /** Lost captured sound, in ms. */
  readonly lostMs: number
  /** The missing spans, with start and length. */
  readonly stretches: readonly { readonly page: number; readonly atMs: number; readonly lengthMs: number }[]
  /** The longest of them. */
  readonly worstMs: number
  /** How often a page reported missing sound as safe. */
  readonly untrue: number
}

/** When a page was recording, in ms since the epoch. */
export interface RecordedTime {
  readonly fromMs: number
  readonly toMs: number
}

/** Compares what was captured at these times with the recording, block by block. */
export function findLostSound(
  captured: readonly CapturedBlock[],
  claims: readonly Claim[],
  recorded: Recorded,
  times: readonly RecordedTime[],
): LostSound {
  const offsets = new Map<number, number>()
  const stretches: { page: number; atMs: number; lengthMs: number }[] = []
  let [blocks, lostMs, untrue] = [0, 0, 0]
  let isAfterLost = false
  for (const block of captured) {
    const lengthMs = block.samples.length / FRAMES_PER_MS
    const startMs = block.endWallMs - lengthMs
    if (!times.some(({ fromMs, toMs }) => startMs >= fromMs && block.endWallMs <= toMs)) continue
    blocks += 1
    const expected = block.firstFrame - (offsets.get(block.page) ?? Infinity)
    const at = isAt(recorded.samples, block.samples, expected)
      ? expected
      : findBlock(recorded.samples, block.samples, (startMs - recorded.startedAtMs) * FRAMES_PER_MS)
    if (at !== null) {
      offsets.set(block.page, block.firstFrame - at)
      isAfterLost = false
      continue
    }
    lostMs += lengthMs
    const last = stretches.at(-1)
    if (isAfterLost && last?.page === block.page) last.lengthMs += lengthMs
    else stretches.push({ page: block.page, atMs: startMs, lengthMs })
    isAfterLost = true
    untrue += claims.filter(
      ({ page, atMs, text }) =>
        page === block.page &&
        text.includes('Safe on disk') &&
        !text.includes('up to') &&
        atMs > block.endWallMs + CLAIM_MS,
    ).length
  }
  return { blocks, lostMs, stretches, worstMs: Math.max(0, ...stretches.map((one) => one.lengthMs)), untrue }
}

function isAt(sound: Int16Array, block: Int16Array, at: number): boolean {
  if (!Number.isInteger(at) || at < 0 || at + block.length > sound.length) return false
  return block.every((sample, index) => sample === sound[at + index])
}

/** Searches within three seconds of its position by the clock. */
function findBlock(sound: Int16Array, block: Int16Array, expected: number): number | null {
  const from = Math.max(0, Math.round(expected - 3 * RATE))
  const until = Math.min(sound.length - block.length, Math.round(expected + 3 * RATE))
  const first = block[0]
  for (let at = from; at <= until; at += 1)
    if (sound[at] === first && isAt(sound, block.subarray(0, SEARCHED), at) && isAt(sound, block, at))
      return at
  return null
}
