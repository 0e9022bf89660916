import type { FrameGrid } from '../frames/video-frames.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { CaptionNames } from '../transcript/caption-settings.ts'

export interface CueOptions {
  /** Length of the recording; 0 if unknown. */
  readonly durationMs: number
  /** ISO 639-1; for paragraphs without a language. */
  readonly language: string
  /** Whether speakers' names precede their words; defaults to never. */
  readonly names?: CaptionNames
  /** The kept part of a trimmed recording: captions are inside it. Omitted: all is kept. */
  readonly part?: TimeSpan
  /** The frames on which times lie that are moved, null: unknown; omitted: those of the rules. */
  readonly shownOn?: FrameGrid | null
  /** The text is already without its redacted words. */
  readonly isRedacted?: boolean
}

/** Options for captions that continue from earlier ones. */
export interface CuesFrom extends CueOptions {
  /** The last speaker before these captions; omitted at the start of a recording. */
  readonly speakerBefore?: string | null
}
