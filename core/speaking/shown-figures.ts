import { roundedParts } from '../notation/rounded-parts.ts'
import type { SpeakerTime } from './speaking-time.ts'

export interface ShownFigures {
  /** Speaking times by speaker, in ms. */
  readonly speakingMs: ReadonlyMap<string, number>
  readonly shares: ReadonlyMap<string, number>
  readonly silenceMs: number
}

/** Below it, lengths are shown in tenths of a second. */
const WHOLE_SECONDS_FROM_MS = 10_000

/**
 * Speaking times, silence and shares, rounded to what is shown so that what is shown adds up: lengths of ten seconds
 * or more to whole seconds, shares to `decimals` of a percent.
 */
export function shownFigures(
  speakers: readonly Pick<SpeakerTime, 'id' | 'speakingMs' | 'share'>[],
  silenceMs: number,
  decimals: number,
): ShownFigures {
  const lengths = shownLengths([...speakers.map((one) => one.speakingMs), silenceMs])
  const shares = roundedParts(
    speakers.map(({ share }) => share),
    1 / 10 ** (2 + decimals),
  )
  return {
    speakingMs: new Map(speakers.map(({ id }, index) => [id, lengths[index] ?? 0])),
    shares: new Map(speakers.map(({ id }, index) => [id, shares[index] ?? 0])),
    silenceMs: lengths[speakers.length] ?? 0,
  }
}

function shownLengths(lengths: readonly number[]): number[] {
  const isWhole = (ms: number): boolean => ms >= WHOLE_SECONDS_FROM_MS
  const rounded = roundedParts(lengths.filter(isWhole), 1_000)
  let at = 0
  return lengths.map((ms) => (isWhole(ms) ? (rounded[at++] ?? 0) : ms))
}
