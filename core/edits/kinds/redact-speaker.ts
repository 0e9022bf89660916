import type { Speaker, Transcript } from '../../transcript/transcript.ts'
import type { RedactSpeakerEdit } from '../edit.ts'
import { checkSpeaker } from '../places.ts'

export function applyRedactSpeaker(transcript: Transcript, edit: RedactSpeakerEdit): Transcript {
  checkSpeaker(transcript, edit.speakerId)
  const speakers = transcript.speakers.map((speaker) =>
    speaker.id === edit.speakerId ? withRedacted(speaker, edit.redacted) : speaker,
  )
  return { ...transcript, speakers }
}

/** Sets whether a speaker is a redacted voice; returns the same object if nothing changes. */
export function withRedacted(speaker: Speaker, isRedacted: boolean): Speaker {
  if ((speaker.redacted === true) === isRedacted) return speaker
  const { redacted: _, ...others } = speaker
  return isRedacted ? { ...others, redacted: true } : others
}
