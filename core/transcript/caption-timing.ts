import type { CaptionSettings } from './caption-settings.ts'
import type { StoredFillers } from './filler-choice.ts'
import type { StoredNumbers } from './number-choice.ts'
import {
  isUnmoved,
  movedAgain,
  movedBack,
  movedExactly,
  movedTime,
  normalizedMap,
  type TimeMap,
  UNMOVED,
} from './time-map.ts'

/**
 * Where a transcript's captions are shown, for captions of another cut of the film: a time of its words, and of the
 * marks on them, by `ratio` and then `offsetMs` later. Words and marks keep the recording's times, so that captions
 * moved back are those of before.
 */
export type CaptionTiming = TimeMap

/** Twelve days; other offsets are a slip. */
const MAX_OFFSET_MS = 1e9
/** As far apart as frame rates can be. */
const MAX_RATIO = 240

/** Whether external data are a timing that moves captions. */
export function isCaptionTiming(value: unknown): value is CaptionTiming {
  if (typeof value !== 'object' || value === null) return false
  const { ratio, offsetMs, ...others } = value as Readonly<Record<string, unknown>>
  if (typeof ratio !== 'number' || typeof offsetMs !== 'number' || Object.keys(others).length > 0)
    return false
  return ratio <= MAX_RATIO && ratio >= 1 / MAX_RATIO && Math.abs(offsetMs) <= MAX_OFFSET_MS
}

/** A move as it is stored: null for none. */
export function storedTiming(map: TimeMap): CaptionTiming | null {
  const { ratio, offsetMs } = normalizedMap(map)
  return isUnmoved({ ratio, offsetMs }) ? null : { offsetMs, ratio }
}

export const sameCaptionTiming = (
  a: CaptionTiming | null | undefined,
  b: CaptionTiming | null | undefined,
): boolean => (a?.ratio ?? 1) === (b?.ratio ?? 1) && (a?.offsetMs ?? 0) === (b?.offsetMs ?? 0)

/** The timing of captions that are moved once more. */
export const timingMovedBy = (
  timing: CaptionTiming | null | undefined,
  move: TimeMap,
): CaptionTiming | null => storedTiming(movedAgain(timing ?? UNMOVED, move))

/** A change of the timing, null: captions are shown when the words are said. */
export interface TimingChange {
  readonly before: CaptionTiming | null
  readonly after: CaptionTiming | null
}

/** The timing without a change, of which others were made since: those stay. */
export function timingWithout(
  now: CaptionTiming | null,
  { before, after }: TimingChange,
): CaptionTiming | null {
  if (sameCaptionTiming(now, after)) return before
  const since = movedAgain(movedBack(after ?? UNMOVED), now ?? UNMOVED)
  return storedTiming(movedAgain(before ?? UNMOVED, since))
}

/**
 * The transcript with this timing, null for none, always at the same position: equal transcripts have equal
 * bytes.
 */
export function withCaptionTiming<
  Given extends {
    readonly captionTiming?: CaptionTiming
    readonly captionRules?: CaptionSettings
    readonly fillers?: StoredFillers
    readonly numbers?: StoredNumbers
  },
>(transcript: Given, timing: CaptionTiming | null): Given {
  const { captionTiming: _, captionRules, fillers, numbers, ...rest } = transcript
  // The compiler does not know that nothing but the optional member was removed.
  return {
    ...rest,
    ...(timing === null ? {} : { captionTiming: timing }),
    ...(captionRules === undefined ? {} : { captionRules }),
    ...(fillers === undefined ? {} : { fillers }),
    ...(numbers === undefined ? {} : { numbers }),
  } as Given
}

/** When captions show a time of the recording, in ms; not before 0. */
export const shownMs = (ms: number, timing: CaptionTiming | undefined): number =>
  timing === undefined ? ms : Math.max(0, movedTime(ms, timing))

/**
 * The time of the recording that captions show at a time; may be before 0 or after the end. With a ratio in thousandths
 * of a ms, so that each whole ms can be shown.
 */
export const storedMs = (ms: number, timing: CaptionTiming | undefined): number =>
  timing === undefined ? ms : movedExactly(ms, movedBack(timing))

/** Until when captions of a recording can be shown: its end, and where that is moved to; 0 if unknown. */
export const captionsEndMs = (durationMs: number, timing: CaptionTiming | undefined): number =>
  durationMs <= 0 ? durationMs : Math.max(durationMs, shownMs(durationMs, timing))
