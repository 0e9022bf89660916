import type { Transcript } from '../../transcript/transcript.ts'
import type { MergeSpeakersEdit } from '../edit.ts'
import { checkSpeaker } from '../places.ts'
import { EditRefused } from '../refused.ts'

/** The remaining speaker keeps name and color; if unnamed, it takes the other's name. */
export function applyMergeSpeakers(transcript: Transcript, edit: MergeSpeakersEdit): Transcript {
  const { fromSpeakerId: from, intoSpeakerId: into } = edit
  checkSpeaker(transcript, from)
  checkSpeaker(transcript, into)
  if (from === into) throw new EditRefused('same-speaker', from)
  const givenName = transcript.speakers.find((speaker) => speaker.id === from)?.name ?? null
  const relabel = <Item extends { readonly speakerId: string | null }>(item: Item): Item =>
    item.speakerId === from ? { ...item, speakerId: into } : item
  return {
    ...transcript,
    speakers: transcript.speakers
      .filter((speaker) => speaker.id !== from)
      .map((speaker) =>
        speaker.id === into && speaker.name === null ? { ...speaker, name: givenName } : speaker,
      ),
    turns: transcript.turns.map(relabel),
    paragraphs: transcript.paragraphs.map(relabel),
  }
}
