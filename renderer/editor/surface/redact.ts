import {
  isRedacted,
  isVoiceRedacted,
  toggleRedaction,
  toggleVoice,
  type WordRange,
} from '#core/redaction/redaction-edits'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { toast } from '../../ui/toast.tsx'
import type { Say } from '../../ui/words.tsx'
import type { EditorStore } from '../editor-store.ts'
import { rangeAtCaret } from '../range-at-caret.ts'
import { namesOf } from '../use-speaker-names.ts'

/**
 * Redacts the selected words, or the one at the caret, or reveals them if all are redacted; one step of undo.
 * Reports voices that are no longer redacted as a whole.
 */
export function redactAtCaret(store: EditorStore, session: TranscriptSession, say: Say): void {
  const range = rangeAtCaret(store)
  if (range !== null) redactWords(range, session, say)
}

/** The same for these words. */
export function redactWords(range: WordRange, session: TranscriptSession, say: Say): void {
  const { speakers } = session.state.transcript
  toggle(session, [range])
  const names = namesOf(speakers, say)
  for (const { id, redacted } of speakers) {
    if (redacted !== true || isSpeakerRedacted(session, id)) continue
    toast.show({ text: say('redaction.voice.ended', { name: names.get(id) ?? '' }) })
  }
}

/** Whether the whole selection is redacted. */
export function isSelectionRedacted(store: EditorStore, session: TranscriptSession): boolean {
  const range = rangeAtCaret(store)
  return range !== null && isRedacted(session.state.transcript, [range])
}

/** Whether a speaker is a redacted voice. */
export const isSpeakerRedacted = (session: TranscriptSession, speakerId: string): boolean =>
  isVoiceRedacted(session.state.transcript, speakerId)

/** Redacts everything that a speaker says, or reveals it again; returns whether it is now redacted. */
export function redactSpeaker(session: TranscriptSession, speakerId: string): boolean {
  const edits = toggleVoice(session.state.transcript, speakerId, () => session.newId())
  session.apply(edits, { stepId: session.newId() })
  return isSpeakerRedacted(session, speakerId)
}

function toggle(session: TranscriptSession, ranges: readonly WordRange[]): void {
  const edits = toggleRedaction(session.state.transcript, ranges, () => session.newId())
  if (edits.length > 0) session.apply(edits, { stepId: session.newId() })
}
