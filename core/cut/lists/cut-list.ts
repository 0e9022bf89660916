import type { FrameRate } from '../../frames/timecode.ts'
import type { ProgramLanguage } from '../../messages/messages.ts'
import type { KeptSpans } from '../kept-spans.ts'

/** A recording of which something is cut, as a list of what is kept names it. */
export interface ListedCut {
  readonly kept: KeptSpans
  readonly title: string
  /** The recording's file as seen from the list: its name, or a relative path with `/`. */
  readonly media: string
  /** The video's frames, also of a variable rate; null without a video. */
  readonly video: (FrameRate & { readonly firstUs: number }) | null
  /** How frames are counted without a video. */
  readonly rate: FrameRate
}

/** A file of a list. */
export interface CutListFile {
  /** The end of its name, with the dot. */
  readonly ending: string
  /** LF, with a line end at the end. */
  readonly text: string
}

/** A list of what is kept of a recording, for another program. It is not a format: none exists of a whole recording. */
export interface CutList<Id extends string = string> {
  readonly id: Id
  readonly label: Readonly<Record<ProgramLanguage, string>>
  readonly purpose: Readonly<Record<ProgramLanguage, string>>
  /** Of its name, of the only file or the first. */
  readonly ending: string
  readonly mediaType: string
  /** Whether it counts frames without a video, too. */
  readonly countsFrames: boolean
  readonly write: (cut: ListedCut) => readonly CutListFile[]
}
