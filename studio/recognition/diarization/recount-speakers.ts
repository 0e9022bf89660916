import { Fault } from '#contracts/errors'
import type { CountedVoices } from '#core/edits/assembly/recount'
import { assignSpeakers } from '#core/paragraphs/assign-speakers'
import { MIX, trackOfRun } from '#core/tracks/mix'
import { shareSpeakers } from '#core/tracks/share-speakers'
import { tracksOfWords } from '#core/tracks/track-ids'
import type { Run, Transcript } from '#core/transcript/transcript'
import type { Library } from '../../library/library.ts'
import type { TrackRecord } from '../../library/tables/recordings/recordings.ts'
import { diarizeInWorker } from './diarize-in-worker.ts'
import { readDiarizedTrack } from '../results/diarized-track.ts'

/**
 * Repeats diarization from the results stored when the transcript was made; needs no audio. If all tracks
 * were transcribed, each is counted separately, and a given number is divided among them.
 * `speakers` null: the count is estimated. Fault `speakers.no-pieces` if none of the stored results are left.
 */
export async function recountVoices(
  library: Library,
  transcript: Pick<Transcript, 'run' | 'recordingId' | 'paragraphs'>,
  speakers: number | null,
  signal: AbortSignal,
): Promise<CountedVoices> {
  const { recordingId, run } = transcript
  if (trackOfRun(run.settings) !== MIX) {
    const track = await library.track(recordingId, trackOfRun(run.settings))
    return countTrack(library, track, run, speakers, signal)
  }
  const tracks = (await library.tracksOf(recordingId)).filter(({ index }) => index !== MIX)
  const count = (index: number, share: number | null): Promise<CountedVoices> =>
    countTrack(library, tracks[index], run, share, signal)
  const found: CountedVoices[] = []
  for (const index of tracks.keys()) found.push(withWords(await count(index, null), transcript, index))
  if (speakers !== null) {
    const counts = found.map(({ voices }) => voices)
    for (const [index, share] of shareSpeakers(counts, speakers).entries())
      if (share !== counts[index]) found[index] = withWords(await count(index, share), transcript, index)
  }
  let before = 0
  const turns = found.flatMap((one, track) => {
    const first = before
    before += one.voices
    return one.turns.map((turn) => ({ ...turn, voice: first + turn.voice, track }))
  })
  return { voices: before, turns }
}

/** Without voices that have no word of the transcript on the track: they are an echo of another track. */
function withWords(
  { turns }: CountedVoices,
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  track: number,
): CountedVoices {
  const words = paragraphs.flatMap((paragraph) => paragraph.words)
  const numbers = tracksOfWords(words)
  const own = words.filter((_, index) => numbers[index] === track).sort((a, b) => a.startMs - b.startMs)
  const speakers = assignSpeakers(
    own,
    turns.map(({ voice, startMs, endMs }) => ({ speakerId: String(voice), startMs, endMs })),
  )
  const speaking = [...new Set(speakers)]
    .flatMap((id) => (id === null ? [] : [Number(id)]))
    .sort((a, b) => a - b)
  return {
    voices: speaking.length,
    turns: turns.flatMap((turn) => {
      const voice = speaking.indexOf(turn.voice)
      return voice < 0 ? [] : [{ ...turn, voice }]
    }),
  }
}

async function countTrack(
  library: Library,
  track: TrackRecord | undefined,
  run: Run,
  speakers: number | null,
  signal: AbortSignal,
): Promise<CountedVoices> {
  const found = track === undefined ? null : await readDiarizedTrack(library, track, run)
  if (found === null) throw new Fault('speakers.no-pieces')
  const { range, ...results } = found
  const { turns, centroids } = await diarizeInWorker(
    { ...results, sampleCount: range.endSample, speakers },
    signal,
  )
  return {
    voices: centroids.length,
    turns: turns.map(({ speaker, startMs, endMs }) => ({ voice: speaker, startMs, endMs })),
  }
}
