import type { Speaker, Transcript } from '../../transcript/transcript.ts'
import type { AddSpeakerEdit } from '../edit.ts'
import { hasSpeaker } from '../places.ts'
import { EditRefused } from '../refused.ts'
import { nameOrNull } from './rename-speaker.ts'

/** The id of the speaker that the edit creates, so that the edit assigning them can be made together with it. */
export function addedSpeakerId(edit: Pick<AddSpeakerEdit, 'id'>): string {
  return `${edit.id}.0`
}

export function applyAddSpeaker(transcript: Transcript, edit: AddSpeakerEdit): Transcript {
  const id = addedSpeakerId(edit)
  if (hasSpeaker(transcript, id)) throw new EditRefused('id-taken', id)
  const colour = edit.colour ?? lowestFreeColor(transcript.speakers)
  const speaker: Speaker = { id, name: nameOrNull(edit.name), colour, groupId: null }
  return { ...transcript, speakers: [...transcript.speakers, speaker] }
}

function lowestFreeColor(speakers: readonly Speaker[]): number {
  const taken = new Set(speakers.map((speaker) => speaker.colour))
  let colour = 0
  while (taken.has(colour)) colour += 1
  return colour
}
