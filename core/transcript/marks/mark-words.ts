import type { CaptionTiming } from '../caption-timing.ts'

/** The words of a mark, for its lint rules. */
export interface MarkWords {
  /** How many words it spans, from its first to its last. */
  readonly count: number
  /** Length of the recording, if known. */
  readonly durationMs: number | undefined
  /** When captions are shown; omitted: when their words are said. */
  readonly captionTiming?: CaptionTiming | undefined
}
