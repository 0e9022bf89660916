import type { Transcript } from '../../transcript/transcript.ts'
import type { MergeSpeakersEdit } from '../edit.ts'
import { checkSpeaker } from '../places.ts'
import { EditRefused } from '../refused.ts'
import { withRedacted } from './redact-speaker.ts'

/**
 * The remaining speaker keeps name and color; if unnamed, it takes the other's name. It is redacted if one of the two
 * was: they are one person.
 */
export function applyMergeSpeakers(transcript: Transcript, edit: MergeSpeakersEdit): Transcript {
  const { fromSpeakerId: from, intoSpeakerId: into } = edit
  checkSpeaker(transcript, from)
  checkSpeaker(transcript, into)
  if (from === into) throw new EditRefused('same-speaker', from)
  const given = transcript.speakers.find((speaker) => speaker.id === from)
  const isRedacted = given?.redacted === true
  const relabel = <Item extends { readonly speakerId: string | null }>(item: Item): Item =>
    item.speakerId === from ? { ...item, speakerId: into } : item
  return {
    ...transcript,
    speakers: transcript.speakers
      .filter((speaker) => speaker.id !== from)
      .map((speaker) => {
        if (speaker.id !== into) return speaker
        const named = speaker.name === null ? { ...speaker, name: given?.name ?? null } : speaker
        return isRedacted ? withRedacted(named, true) : named
      }),
    turns: transcript.turns.map(relabel),
    paragraphs: transcript.paragraphs.map(relabel),
  }
}
