import type { RecordingCard } from '#contracts/calls/recordings'

/** A recording as its own screen uses it: without figures about its text, which change with every keystroke. */
export interface OpenRecording extends Omit<RecordingCard, 'transcript'> {
  readonly transcript: { readonly id: string; readonly checkedAtMs: number | null } | null
}

export function openRecording({ transcript, ...recording }: RecordingCard): OpenRecording {
  return {
    ...recording,
    transcript: transcript === null ? null : { id: transcript.id, checkedAtMs: transcript.checkedAtMs },
  }
}
