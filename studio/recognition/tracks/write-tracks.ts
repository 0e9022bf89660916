import type { Chunk } from '#core/chunks/plan'
import type { Region } from '#core/regions/regions'
import { trackPrefix } from '#core/tracks/track-ids'
import { segmentsWithoutEcho } from '#core/tracks/without-echo'
import type { Run } from '#core/transcript/transcript'
import type { EngineLink } from '../../engine-link/engine-link.ts'
import type { Model } from '../../models/model-store.ts'
import type { JobContext } from '../job-context.ts'
import type { JobModels } from '../job-models.ts'
import { defaultCaptionRules } from '../settings/default-caption-rules.ts'
import { chunksOf, findLanguage, recognizeWords, type WordsSink } from '../steps/words.ts'
import { chunkIdsIn } from '../words/chunk-ids.ts'
import { Decoder } from '../words/decoder.ts'
import { wordsByTrack } from '../words/drop-echo.ts'
import { LiveTranscript } from '../words/live-transcript.ts'
import type { ChunkWords, LiveTrack } from '../words/live-target.ts'
import type { TrackContext, TrackSpeakers } from './diarize-tracks.ts'
import { type SharedContext, strengthOf } from './track-contexts.ts'

export interface WrittenTrack extends TrackContext {
  readonly regions: readonly Region[]
  readonly speakers: TrackSpeakers
}

interface ChunkedTrack extends WrittenTrack {
  readonly chunks: readonly Chunk[]
}

const withChunks = (track: WrittenTrack): ChunkedTrack => ({
  ...track,
  chunks: chunksOf(track.context, track.regions),
})

interface About {
  readonly jobId: string
  readonly settingsKey: string
  readonly runWith: (models: JobModels) => Run
  readonly endMs: number
  /** The recognizer, set to this language (null: detected for each span) and to the first pass. */
  readonly recognizer: (model: Model, language: string | null) => Promise<EngineLink>
  /** The context with the recognizer for the detected language. */
  readonly inFoundLanguage: (context: JobContext, language: string) => Promise<JobContext>
}

/** Share of a track's words step spent on the first pass. */
const FIRST_PASS = 0.6

/** Recognizes the words of all tracks and writes them as one transcript; returns its id. */
export async function writeTracks(
  tracks: readonly WrittenTrack[],
  shared: SharedContext,
  { recognizer, runWith, endMs, inFoundLanguage, ...about }: About,
): Promise<string> {
  const { library, lease, recordingId, report, settings } = shared
  const listened = tracks.map(withChunks)
  const language = await languageOf(listened, settings.language, recognizer)
  const chunked: ChunkedTrack[] = []
  for (const track of listened) {
    const context = await inFoundLanguage(track.context, language)
    // Another recognizer has chunks of different lengths.
    chunked.push(context === track.context ? track : withChunks({ ...track, context }))
  }
  const run = runWith(chunked[0]?.context.models ?? shared.models)
  const captionRules = await defaultCaptionRules(library, recordingId, shared.signal)
  const { id } = await library.startTranscript({ ...about, run, recordingId, language, captionRules, lease })
  const all = tracks.map(({ speakers }) => speakers)
  await library.saveSpeakersAndTurns(
    id,
    all.flatMap(({ speakers }) => speakers),
    all.flatMap(({ turns }) => turns),
    all.flatMap(({ voicePrints }) => voicePrints),
    lease,
  )
  const there = chunkIdsIn(await library.transcript(id))
  const live = new LiveTranscript(library, {
    transcriptId: id,
    lease,
    tracks: await liveTracks(tracks),
    language,
    endMs,
    there,
  })
  const total = chunked.reduce((sum, { chunks }) => sum + chunks.length, 0)
  let before = 0
  for (const { track, context, chunks } of chunked) {
    const first = before
    before += chunks.length
    const known = language === 'und' ? null : language
    const model = context.models.recognizer
    const decoder = new Decoder(context, model, known, await recognizer(model, known))
    const put: WordsSink['put'] = (index, chunk) => live.put(first + index, onTrack(chunk, track))
    await recognizeWords({ ...context, report: reportWords }, decoder, chunks, { put })

    // The second pass is a part of each track's words, as a job's steps are sequential.
    function reportWords(step: string, fraction: number): void {
      const done = settings.quick
        ? fraction
        : step === 'words'
          ? fraction * FIRST_PASS
          : FIRST_PASS + fraction * (1 - FIRST_PASS)
      report('words', (first + chunks.length * done) / total)
    }
  }
  report('paragraphs', 0)
  await live.write()
  if (!live.isCorrected) await saveSegmentsWithoutEcho(live, tracks, language, shared)
  await library.finishTranscript(id, lease)
  report('paragraphs', 1)
  return id
}

/** One language for all tracks, from the one with most speech. */
async function languageOf(
  tracks: readonly ChunkedTrack[],
  set: string,
  recognizer: About['recognizer'],
): Promise<string> {
  const known = set === 'auto' ? null : set
  const speechOf = ({ chunks }: ChunkedTrack): number =>
    chunks.reduce((sum, { startSample, endSample }) => sum + endSample - startSample, 0)
  const [most] = tracks.toSorted((a, b) => speechOf(b) - speechOf(a))
  if (most === undefined) return known ?? 'und'
  const { context, chunks } = most
  const model = context.models.recognizer
  const decoder = new Decoder(context, model, known, await recognizer(model, known))
  return findLanguage(context, decoder, chunks)
}

/** Keyed by track number; a track without anything in the range has no turns. */
async function liveTracks(tracks: readonly WrittenTrack[]): Promise<LiveTrack[]> {
  const live = Array.from({ length: Math.max(...tracks.map(({ track }) => track)) + 1 }, (): LiveTrack => ({
    turns: [],
    strength: () => 0,
  }))
  for (const one of tracks) live[one.track] = { turns: one.speakers.turns, strength: await strengthOf(one) }
  return live
}

/** Ids of words are unique in the transcript. */
function onTrack({ chunkId, words }: ChunkWords, track: number): ChunkWords {
  const prefix = trackPrefix(track)
  return {
    chunkId: `${prefix}${chunkId}`,
    words: words.map((word) => ({ ...word, id: `${prefix}${word.id}` })),
  }
}

/** A speaker whose words on a track are only an echo does not speak there. */
async function saveSegmentsWithoutEcho(
  live: LiveTranscript,
  tracks: readonly WrittenTrack[],
  language: string,
  { library, lease }: SharedContext,
): Promise<void> {
  if (live.echo.size === 0) return
  const words = wordsByTrack(live.chunks, Math.max(...tracks.map(({ track }) => track)) + 1)
  const left = tracks.map(({ track, speakers: { speakers, turns, voicePrints } }) => {
    const own = segmentsWithoutEcho(turns, words[track] ?? [], live.echo, language)
    const speaking = new Set(own.map(({ speakerId }) => speakerId))
    const isLeft = (index: number): boolean => speaking.has(speakers[index]?.id ?? '')
    return {
      turns: own,
      speakers: speakers.filter((_, index) => isLeft(index)),
      voicePrints: voicePrints.filter((_, index) => isLeft(index)),
    }
  })
  await library.saveSpeakersAndTurns(
    live.transcriptId,
    left.flatMap(({ speakers }) => speakers),
    left.flatMap(({ turns }) => turns),
    left.flatMap(({ voicePrints }) => voicePrints),
    lease,
  )
}
