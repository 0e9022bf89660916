import type { RecordingCard } from '#contracts/calls/recordings'

/** A recording as its own screen shows it: without what is counted of its text, which changes with every key. */
export interface OpenRecording extends Omit<RecordingCard, 'transcript'> {
  readonly transcript: { readonly id: string } | null
}

export function openRecording({ transcript, ...recording }: RecordingCard): OpenRecording {
  return { ...recording, transcript: transcript === null ? null : { id: transcript.id } }
}
