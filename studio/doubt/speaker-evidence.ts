import { keptByPerson } from '#core/edits/assembly/kept-by-person'
import { type HeardVoices, hearVoices } from '#core/speaker-review/heard-voices'
import type { VoicesInput } from '#core/speaker-review/own-pieces'
import type { ReviewEvidence } from '#core/speaker-review/questions'
import { MIX, trackOfRun } from '#core/tracks/mix'
import { tracksOfWords } from '#core/tracks/track-ids'
import type { Run, SpeakerSegment } from '#core/transcript/transcript'
import { readDiarizedTrack } from '../recognition/results/diarized-track.ts'
import type { Library } from '../library/library.ts'
import { type StoredTranscript, unpackParagraph } from '../library/stored-transcript.ts'
import type { TrackRecord } from '../library/tables/recordings/recordings.ts'

interface Compared {
  /** What the comparison depends on. */
  readonly of: string
  readonly voices: readonly HeardVoices[]
}

/** The newest comparison of each recently requested transcript: words change often, turns seldom. */
const compared = new WeakMap<Library, Map<string, Compared>>()
const MAX_KEPT = 4

/**
 * Which speaker's voice each stretch resembles, for the current speakers; null if the engine's results no
 * longer exist, or the transcript was not made from sound.
 */
export async function speakerEvidence(
  library: Library,
  transcript: StoredTranscript,
): Promise<ReviewEvidence | null> {
  const voices = await comparedVoices(library, transcript)
  if (voices.length === 0) return null
  const { speakers } = keptByPerson(await library.effectiveEdits(transcript.id))
  return { voices, decided: [...speakers] }
}

/** Stretches compared with the speakers of each track; empty if none of the engine's results remain. */
export async function comparedVoices(
  library: Library,
  transcript: StoredTranscript,
): Promise<readonly HeardVoices[]> {
  const known = compared.get(library) ?? new Map<string, Compared>()
  compared.set(library, known)
  const { id, turns, speakers } = transcript
  const of = JSON.stringify([turns, speakers.map((speaker) => speaker.id)])
  const last = known.get(id)
  if (last?.of === of) return last.voices
  const voices = await compareVoices(library, transcript)
  known.delete(id)
  // Anything not stored yet may be by the next time.
  if (voices.length > 0) known.set(id, { of, voices })
  for (const oldest of known.keys()) if (known.size > MAX_KEPT) known.delete(oldest)
  return voices
}

async function compareVoices(library: Library, transcript: StoredTranscript): Promise<HeardVoices[]> {
  return (await comparedPieces(library, transcript)).map(hearVoices)
}

/** The engine's results for each track, with its speakers' turns; empty if none remain. */
export async function comparedPieces(library: Library, transcript: StoredTranscript): Promise<VoicesInput[]> {
  const { recordingId, turns } = transcript
  const run = JSON.parse(transcript.run) as Run
  const onTrack = async (
    track: TrackRecord | undefined,
    own: readonly SpeakerSegment[],
  ): Promise<VoicesInput[]> => {
    const found = track === undefined ? null : await readDiarizedTrack(library, track, run)
    return found === null ? [] : [{ ...found, turns: own }]
  }
  if (trackOfRun(run.settings) !== MIX) {
    return onTrack(await library.track(recordingId, trackOfRun(run.settings)), turns)
  }
  const tracks = (await library.tracksOf(recordingId)).filter(({ index }) => index !== MIX)
  const found = await Promise.all(
    tracks.map((track) => {
      const own = speakersOnTrack(transcript, track.index)
      return onTrack(
        track,
        turns.filter(({ speakerId }) => own.has(speakerId)),
      )
    }),
  )
  return found.flat()
}

/** Ids of the speakers with words on the track. */
function speakersOnTrack(transcript: StoredTranscript, track: number): ReadonlySet<string> {
  const paragraphs = transcript.paragraphs.map(unpackParagraph)
  const numbers = tracksOfWords(paragraphs.flatMap(({ words }) => words))
  let before = 0
  const own = paragraphs.flatMap(({ speakerId, words }) => {
    const its = numbers.slice(before, (before += words.length))
    return speakerId !== null && its.includes(track) ? [speakerId] : []
  })
  return new Set(own)
}
