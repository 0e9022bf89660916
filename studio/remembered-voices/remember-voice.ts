import { randomUUID } from 'node:crypto'
import { Fault } from '#contracts/errors'
import { clearStretches } from '#core/speaker-review/clear-stretches'
import { type SpeakerVoice, speakerVoices } from '#core/remembered-voices/speaker-voice'
import { MIN_SECONDS } from '#core/remembered-voices/voice-offers'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Run } from '#core/transcript/transcript'
import { comparedPieces, comparedVoices } from '../doubt/speaker-evidence.ts'
import type { Library } from '../library/library.ts'
import type { StoredTranscript } from '../library/stored-transcript.ts'

/**
 * Remembers the voice of a named speaker: its embedding, where it can be heard, the name. Returns the voice's
 * id and the seconds of speech used. Faults: `recording.no-transcript`, `voice.no-name`, `sound.deleted`,
 * `voice.not-compared` if no embeddings are stored, `voice.too-short`.
 */
export async function rememberVoice(
  library: Library,
  { transcriptId, speakerId }: { readonly transcriptId: string; readonly speakerId: string },
  addedAtMs: number,
): Promise<{ readonly voiceId: string; readonly seconds: number }> {
  const transcript = await library.storedTranscript(transcriptId)
  const { recordingId } = transcript
  const name = transcript.speakers.find(({ id }) => id === speakerId)?.name ?? null
  if (name === null || name.trim() === '') throw new Fault('voice.no-name')
  const { title, soundDeletion } = await library.card(recordingId)
  // It could not be played to recognize whose it is.
  if (soundDeletion?.deletedOn != null) throw new Fault('sound.deleted', { title })
  const found = await voicesHere(library, transcript)
  if (found === null) throw new Fault('voice.not-compared', { name })
  const voice = found.voices.find((one) => one.speakerId === speakerId)
  const sample = voice && (await sampleOf(library, transcript, speakerId))
  if (!voice || !sample || voice.seconds < MIN_SECONDS.remembered)
    throw new Fault('voice.too-short', {
      name,
      seconds: Math.floor(voice?.seconds ?? 0),
      least: MIN_SECONDS.remembered,
    })
  const vector = Float32Array.from(voice.vector)
  const part = { name, recordingId, modelSha256: found.modelSha256, vector, seconds: voice.seconds, sample }
  return {
    voiceId: await library.rememberVoice({ ...part, addedAtMs }, randomUUID()),
    seconds: voice.seconds,
  }
}

/** The voices of a transcript's speakers and the model that gave them; null if no embeddings are stored. */
export async function voicesHere(
  library: Library,
  transcript: StoredTranscript,
): Promise<{ readonly voices: readonly SpeakerVoice[]; readonly modelSha256: string } | null> {
  const { models } = JSON.parse(transcript.run) as Run
  const modelSha256 = models.find(({ role }) => role === 'embedding')?.sha256
  if (modelSha256 === undefined) return null
  const tracks = await comparedPieces(library, transcript)
  return tracks.length === 0 ? null : { voices: speakerVoices(tracks), modelSha256 }
}

/** Where a speaker is heard most clearly; undefined for one who never speaks alone. */
export async function sampleOf(
  library: Library,
  transcript: StoredTranscript,
  speakerId: string,
): Promise<TimeSpan | undefined> {
  const heard = await comparedVoices(library, transcript)
  return heard.flatMap((track) => clearStretches(track, speakerId, 1))[0]
}
