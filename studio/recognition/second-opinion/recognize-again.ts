import { chunkSpans } from '#core/chunks/chunk-spans'
import type { Chunk } from '#core/chunks/plan'
import { chunksToDecode } from '#core/second-opinion/chunks-to-decode'
import type { Opinion, OpinionText } from '#core/second-opinion/opinion'
import { PCM_RATE } from '#core/sound/pcm'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Word } from '#core/transcript/transcript'
import { uniteSpans } from '#core/transcript/unite-spans'
import type { SampleSpan } from '#core/windows/windows'
import type { JobEngines } from '../job-engines.ts'
import type { JobContext } from '../job-context.ts'
import { startRecognizer } from '../start-recognizer.ts'
import { detectSpeech } from '../steps/regions.ts'
import { chunksOf, findLanguage, recognizeWords } from '../steps/words.ts'
import type { TranscribeDependencies } from '../transcribing.ts'
import { Decoder } from '../words/decoder.ts'
import { contextsOf, type OpinionTrack, type RecognizingAgain } from './opinion-contexts.ts'

export interface RecognizedAgain {
  /** The language of the words; `und` if none was detected. */
  readonly language: string
  readonly opinion: Opinion
}

interface ChunkedTrack extends OpinionTrack {
  readonly chunks: readonly Chunk[]
  /** Indexes of the chunks to recognize. */
  readonly only: readonly number[]
}

/** Share of a track's words step spent on the first pass, if there are several tracks. */
const FIRST_PASS = 0.6

/**
 * Recognizes parts of a recording again, for a transcript of it: the chunks that cover them, on each
 * transcribed track. Reuses earlier decodes. Faults: those of `transcribeRecording`.
 */
export async function recognizeAgain(
  dependencies: TranscribeDependencies,
  engines: JobEngines,
  asked: RecognizingAgain,
): Promise<RecognizedAgain> {
  const { settings, models } = asked
  const set = settings.language === 'auto' ? null : settings.language
  // Models are checked and loaded while the sound is prepared.
  const starting = startRecognizer(dependencies.models, engines, models, set)
  // Rejection is handled at the await; this avoids an unhandled rejection if decoding fails first.
  starting.catch(() => undefined)
  try {
    const { tracks, wanted, close } = await contextsOf(dependencies, engines, asked, starting)
    try {
      const chunked: ChunkedTrack[] = []
      for (const track of tracks) {
        const chunks = chunksOf(track.context, await detectSpeech(track.context))
        chunked.push({ ...track, chunks, only: chunksToDecode(chunks, wanted) })
      }
      const link = await starting
      const language = await languageOf(
        chunked,
        (context) => new Decoder(context, models.recognizer, set, link),
      )
      const known = language === 'und' ? null : language
      const texts: OpinionText[] = []
      for (const [index, track] of chunked.entries()) {
        const decoder = new Decoder(
          track.context,
          models.recognizer,
          known,
          await engines.words(models.recognizer, known),
        )
        texts.push(await textOf(reporting(track, index, chunked.length), decoder, wanted, settings.careful))
      }
      return { language, opinion: { wanted, texts } }
    } finally {
      await close()
    }
  } catch (error) {
    // A recognizer that starts after this job's engines are closed would be left running.
    await starting.catch(() => undefined)
    throw error
  }
}

/** One language for all tracks: as set, else by the track with most to recognize. */
async function languageOf(
  tracks: readonly ChunkedTrack[],
  decoderFor: (context: JobContext) => Decoder,
): Promise<string> {
  const [most] = tracks.toSorted((a, b) => b.only.length - a.only.length)
  if (most === undefined) return 'und'
  const { context, chunks, only } = most
  return findLanguage(
    context,
    decoderFor(context),
    only.map((index) => chunks[index] as Chunk),
  )
}

async function textOf(
  { context, track, chunks, only }: ChunkedTrack,
  decoder: Decoder,
  wanted: readonly TimeSpan[],
  careful: boolean,
): Promise<OpinionText> {
  const found = new Map<number, readonly Word[]>()
  const put = async (index: number, { words }: { readonly words: readonly Word[] }): Promise<void> => {
    found.set(index, words)
  }
  await recognizeWords(context, decoder, chunks, { put }, { only, careful })
  const { wide } = chunkSpans(chunks, context.range)
  const timesOf = (index: number): TimeSpan => spanMs(wide[index] as SampleSpan)
  const lost = only.filter((index) => !found.has(index)).map(timesOf)
  // Wanted parts without speech have no words in the second text; failed ones have no second text.
  const spans = uniteSpans([...wanted, ...only.map(timesOf)]).flatMap((span) => without(span, lost))
  const words = [...found].sort(([a], [b]) => a - b).flatMap(([, some]) => some)
  return { track, spans, words: words.sort((a, b) => a.startMs - b.startMs) }
}

const spanMs = ({ startSample, sampleCount }: SampleSpan): TimeSpan => ({
  startMs: Math.round((startSample * 1_000) / PCM_RATE),
  endMs: Math.round(((startSample + sampleCount) * 1_000) / PCM_RATE),
})

/** The rest of a span, in order. */
function without(span: TimeSpan, lost: readonly TimeSpan[]): TimeSpan[] {
  return lost.reduce<TimeSpan[]>(
    (left, { startMs, endMs }) =>
      left
        .flatMap((one) => [
          { ...one, endMs: Math.min(one.endMs, startMs) },
          { ...one, startMs: Math.max(one.startMs, endMs) },
        ])
        .filter((one) => one.endMs > one.startMs),
    [span],
  )
}

/** With several tracks, the passes of all of them form one step. */
function reporting(track: ChunkedTrack, index: number, count: number): ChunkedTrack {
  if (count === 1) return track
  const { context } = track
  const report: JobContext['report'] = (step, fraction) => {
    const done = step === 'words' ? fraction * FIRST_PASS : FIRST_PASS + fraction * (1 - FIRST_PASS)
    context.report('words', (index + done) / count)
  }
  return { ...track, context: { ...context, report } }
}
