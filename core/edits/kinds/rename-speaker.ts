import type { Transcript } from '../../transcript/transcript.ts'
import type { RenameSpeakerEdit } from '../edit.ts'
import { checkSpeaker } from '../places.ts'

export function applyRenameSpeaker(transcript: Transcript, edit: RenameSpeakerEdit): Transcript {
  checkSpeaker(transcript, edit.speakerId)
  const name = nameOrNull(edit.name)
  const speakers = transcript.speakers.map((speaker) =>
    speaker.id === edit.speakerId && speaker.name !== name ? { ...speaker, name } : speaker,
  )
  return { ...transcript, speakers }
}

/** A typed name, trimmed; whitespace alone is no name. */
export function nameOrNull(typed: string | null): string | null {
  const name = typed?.trim() ?? ''
  return name === '' ? null : name
}
