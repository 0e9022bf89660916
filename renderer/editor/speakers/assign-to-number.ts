import type { TranscriptSession } from '../../session/transcript-session.ts'
import { lanesOf } from '../../sound/waveform/segment-columns.ts'
import type { SurfaceSelection } from '../surface/surface.ts'
import { assignEdits } from './assign-edits.ts'

/** Speakers in the order used for lanes and digit keys: by first word. */
export function speakersInOrder(
  transcript: Parameters<typeof lanesOf>[0],
): Parameters<typeof lanesOf>[0]['speakers'] {
  const lanes = lanesOf(transcript)
  return transcript.speakers.toSorted((a, b) => (lanes.get(a.id) ?? 0) - (lanes.get(b.id) ?? 0))
}

/** Alt+1 to Alt+9: assigns the selection, or the paragraph at the caret, to the nth speaker. */
export function assignToNumber(
  session: TranscriptSession,
  selection: SurfaceSelection,
  number: number,
): void {
  const { transcript } = session.state
  const speaker = speakersInOrder(transcript)[number - 1]
  const { paragraphId } = selection
  if (speaker === undefined || paragraphId === null) return
  const scope = selection.range === null ? 'paragraph' : 'selection'
  const chosen = { speakerId: speaker.id }
  const edits = assignEdits(transcript, { paragraphId, selection }, scope, chosen, () => session.newId())
  session.apply(edits)
}
