import { chunkSpans, secondsOfSpeech } from '#core/chunks/chunk-spans'
import { type Chunk, planChunks } from '#core/chunks/plan'
import type { Region } from '#core/regions/regions'
import { combineWords } from '#core/words/combine'
import type { SampleSpan } from '#core/windows/windows'
import { supportsLanguage } from '../../models/languages.ts'
import { PcmFile } from '../../sound/pcm-file.ts'
import { currentMeter } from '../../run-cost/run-meter.ts'
import { inParallel } from '../in-parallel.ts'
import type { JobContext } from '../job-context.ts'
import { ChunkReader } from '../words/chunk-reader.ts'
import { Decoder } from '../words/decoder.ts'
import { canDrift, DriftCheck } from '../words/drift-check.ts'
import { beginningOf, voteLanguage, votingChunks } from '../words/language-vote.ts'
import { endWithShortest } from '../words/end-with-shortest.ts'
import type { ChunkWords } from '../words/live-target.ts'
import { needsSecondPass } from '../words/needs-second-pass.ts'
import { TimesOfUntimed } from '../words/times-of-untimed.ts'
import { WordsOfText } from '../words/words-of-text.ts'

/** Receives the words of each chunk: once, and possibly again after the second pass with both texts merged. */
export interface WordsSink {
  readonly put: (index: number, chunk: ChunkWords) => Promise<void>
}

/** Chunks of the audio, sized for the model. */
export function chunksOf(context: JobContext, regions: readonly Region[]): Chunk[] {
  const pcm = new PcmFile(context.files.pcm)
  try {
    return planChunks(regions, pcm.read, context.models.recognizer.entry.chunks)
  } finally {
    pcm.close()
  }
}

/**
 * The recording's language: as set, the model's only one, or by majority vote. Leaves `decoder` set to it.
 */
export async function findLanguage(
  context: JobContext,
  decoder: Decoder,
  chunks: readonly Chunk[],
): Promise<string> {
  const language = await askLanguage(context, decoder, chunks)
  await decoder.setLanguage(language === 'und' ? null : language)
  return language
}

async function askLanguage(context: JobContext, decoder: Decoder, chunks: readonly Chunk[]): Promise<string> {
  const { settings, models, range } = context
  if (settings.language !== 'auto') return settings.language
  const { languages, languageSettings } = models.recognizer.entry
  if (languages.length === 1 && languages[0] !== '*') return languages[0] as string
  const isSupported = (language: string) => supportsLanguage(languages, language)
  const voting = votingChunks(chunks)
  if (languageSettings.includes('whisper.language')) {
    // The first pass needs these decodes anyway and reuses them.
    const { narrow } = chunkSpans(chunks, range)
    const spans = voting.map((index) => narrow[index] as SampleSpan)
    return voteLanguage(decoder, spans, isSupported)
  }
  // A recognizer that cannot detect languages uses a model that can.
  const voter = new Decoder(context, models.language, null)
  try {
    const spans = voting.map((index) => beginningOf(chunks[index] as Chunk))
    return await voteLanguage(voter, spans, isSupported)
  } finally {
    await voter.close()
  }
}

export interface RecognizeOptions {
  /** Indexes of the chunks to recognize, in order; default: all. */
  readonly only?: readonly number[]
  /** Run a second pass even if the first one is confident. */
  readonly careful?: boolean
}

/**
 * Recognizes every chunk. The first pass gives the whole text quickly; unless quick, chunks whose text is unsure get
 * a second pass with other edges and settings, and the two texts are merged. Chunks on which the engine fails are
 * counted and left out.
 */
export async function recognizeWords(
  context: JobContext,
  decoder: Decoder,
  chunks: readonly Chunk[],
  sink: WordsSink,
  { only = [...chunks.keys()], careful = false }: RecognizeOptions = {},
): Promise<void> {
  const { cores, counts, settings, models, range } = context
  const { times, confidence, rightByBand, secondPass } = models.recognizer.entry
  const pcm = new PcmFile(context.files.pcm)
  const untimed = times === 'none' ? new TimesOfUntimed(context, decoder.language, pcm.read) : null
  const wordsOfText = new WordsOfText(times, rightByBand, untimed)
  const reader = new ChunkReader((span) => decoder.decode(span), pcm.read, chunks, range)
  const firsts: (ChunkWords | null)[] = []
  const found = new Set<number>()
  const { language } = decoder
  const drift =
    language !== null && canDrift(models.recognizer.entry) ? new DriftCheck(context, language, chunks) : null
  /** Chunks whose text is the embedded model's: the recognizer would drift again. */
  const replaced = new Set<number>()
  const done = { words: 0, 'second-look': 0 }
  const count = (step: keyof typeof done, of: number) => context.report(step, ++done[step] / of)
  const hasOtherSettings = Object.keys(secondPass).length > 0
  const isOtherView = (index: number): boolean => reader.hasOtherEdges(index) || hasOtherSettings
  const samplesOf = (index: number): number => {
    const { startSample, endSample } = chunks[index] as Chunk
    return endSample - startSample
  }
  const isUnsure = (index: number): boolean =>
    needsSecondPass(firsts[index]?.words ?? [], secondsOfSpeech(chunks[index] as Chunk), hasOtherSettings)
  try {
    // The text appears in reading order but for its end.
    await inParallel(endWithShortest(only, samplesOf, cores * 3), cores + 1, async (index) => {
      const chunk = chunks[index] as Chunk
      const text = await reader.first(index)
      firsts[index] = text && (await wordsOfText.first(chunk, text))
      if (drift !== null && firsts[index] && drift.isDrifted(firsts[index])) {
        const other = await drift.decodeAgain(chunk, index)
        if (other !== null) {
          firsts[index] = other
          replaced.add(index)
        }
      }
      if (firsts[index]) {
        await sink.put(index, firsts[index])
        found.add(index)
      }
      count('words', only.length)
    })
    // Without confidence values, the better of two texts cannot be chosen.
    if (!settings.quick && confidence !== 'none') {
      const unsure = only.filter(
        (index) => isOtherView(index) && (careful || isUnsure(index)) && !replaced.has(index),
      )
      currentMeter()?.count({ secondPasses: unsure.length })
      await decoder.startSecondPass()
      const ordered = endWithShortest(unsure, samplesOf, unsure.length)
      await inParallel(ordered, cores + 1, async (index) => {
        const first = firsts[index]
        const text = await reader.second(index)
        if (text) {
          const second = await wordsOfText.second(chunks[index] as Chunk, text)
          const words = first ? combineWords(first.words, second.words) : second.words
          await sink.put(index, { ...second, words })
          found.add(index)
        }
        count('second-look', unsure.length)
      })
    }
    counts.failedChunks += only.length - found.size
    currentMeter()?.count({ passages: only.length, failedPassages: only.length - found.size })
  } finally {
    pcm.close()
    await untimed?.close()
    await drift?.close()
  }
}
