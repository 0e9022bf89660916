import type { Transcript } from '../transcript/transcript.ts'
import { type TrackSettings, prefixIn, trackOf } from './caption-track.ts'
import { cueDraft, type CueDraft } from './cue-draft.ts'
import type { BorderedText } from './cue-window.ts'
import { segment, type Segmentation, spansBetween } from './segmentation.ts'
import { lastSpeakerOf } from './track.ts'

/** The cues of a text before they have times, and what they were made from. */
export interface CutText {
  readonly settings: TrackSettings
  readonly segmentation: Segmentation
  readonly drafts: readonly CueDraft[]
  /** How many atoms each paragraph has. */
  readonly atomCounts: Int32Array
  readonly lastSpeaker: string | null | undefined
  /** Null for a text that is cut from its start after each change. */
  readonly text: BorderedText | null
}

export function cutText(
  { paragraphs, marks }: Pick<Transcript, 'paragraphs' | 'marks'>,
  settings: TrackSettings,
  text: BorderedText | null,
): CutText {
  const { track, atomCounts } = trackOf(paragraphs, marks, settings)
  const segmentation = segment(track)
  const prefixOf = prefixIn(settings)
  const drafts = spansBetween(segmentation, 0, track.count).map((span) => cueDraft(track, span, prefixOf))
  const last = track.placed.at(-1)
  const lastSpeaker = last === undefined ? settings.speakerBefore : lastSpeakerOf(last)
  return { settings, segmentation, drafts, atomCounts, lastSpeaker, text }
}
