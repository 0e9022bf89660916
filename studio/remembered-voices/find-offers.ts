import type { CallOutput } from '#contracts/calls/calls'
import { declinedSpeakers } from '#core/remembered-voices/declined-speakers'
import { joinedVoice, voiceOffers } from '#core/remembered-voices/voice-offers'
import type { Library } from '../library/library.ts'
import type { StoredVoice } from '../library/tables/remembered-voices.ts'
import { sampleOf, voicesHere } from './remember-voice.ts'

type Offers = CallOutput<'voices.offers'>['offers']

/**
 * Possible names for a transcript's unnamed speakers. If no voice is remembered, nothing is read or compared.
 * Fault `recording.no-transcript`.
 */
export async function findOffers(library: Library, transcriptId: string): Promise<Offers> {
  const stored = await library.rememberedVoices()
  if (stored.length === 0) return []
  const transcript = await library.storedTranscript(transcriptId)
  const { recordingId, speakers, turns } = transcript
  if (speakers.every(({ name }) => name !== null)) return []
  const { soundDeletion } = await library.card(recordingId)
  if (soundDeletion?.deletedOn != null) return []
  const found = await voicesHere(library, transcript)
  if (found === null) return []
  const usable = stored.flatMap((voice) => comparable(voice, found.modelSha256))
  const declined = declinedSpeakers(await library.declinedVoices(recordingId), turns)
  const offers = voiceOffers({
    speakers,
    heard: found.voices,
    remembered: usable,
    isDeclined: declined,
  })
  const shown = offers.map(async ({ speakerId, voiceId }): Promise<Offers> => {
    const voice = usable.find(({ id }) => id === voiceId)
    const here = await sampleOf(library, transcript, speakerId)
    if (voice === undefined || here === undefined) return []
    return [{ speakerId, voiceId, name: voice.name, remembered: voice.newest, here }]
  })
  return (await Promise.all(shown)).flat()
}

/** A voice's embeddings from one voice model; none if it has no such embedding. */
function comparable({ id, name, parts }: StoredVoice, modelSha256: string) {
  const same = parts.filter((part) => part.modelSha256 === modelSha256)
  const newest = same.at(-1)
  if (newest === undefined) return []
  const { recordingId, title, sample } = newest
  return [{ id, name, vector: joinedVoice(same), newest: { recordingId, title, ...sample } }]
}
