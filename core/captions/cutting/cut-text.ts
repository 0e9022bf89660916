import type { Transcript } from '../../transcript/transcript.ts'
import { type TextSettings, prefixIn, costsOfText } from './text-costs.ts'
import { cueDraft, type CueDraft } from './cue-draft.ts'
import type { BorderedText } from './cue-window.ts'
import { lastSpeakerOf } from '../words/reading-order.ts'
import { segment, type Segmentation, spansBetween } from './segmentation.ts'

/** The cues of a text before they have times, and what they were made from. */
export interface CutText {
  readonly settings: TextSettings
  readonly segmentation: Segmentation
  readonly drafts: readonly CueDraft[]
  /** Number of atoms per paragraph. */
  readonly atomCounts: Int32Array
  readonly lastSpeaker: string | null | undefined
  /** Null for a text that is cut from scratch after each change. */
  readonly text: BorderedText | null
}

export function cutText(
  { paragraphs, marks }: Pick<Transcript, 'paragraphs' | 'marks'>,
  settings: TextSettings,
  text: BorderedText | null,
): CutText {
  const { table, atomCounts } = costsOfText(paragraphs, marks, settings)
  const segmentation = segment(table)
  const prefixOf = prefixIn(settings)
  const drafts = spansBetween(segmentation, 0, table.count).map((span) => cueDraft(table, span, prefixOf))
  const last = table.placed.at(-1)
  const lastSpeaker = last === undefined ? settings.speakerBefore : lastSpeakerOf(last)
  return { settings, segmentation, drafts, atomCounts, lastSpeaker, text }
}
