import { padChunks } from '#core/chunks/pad'
import { type Chunk, planChunks } from '#core/chunks/plan'
import type { Region } from '#core/regions/regions'
import { PCM_RATE } from '#core/sound/pcm'
import type { Word } from '#core/transcript/transcript'
import { insertCovered } from '#core/words/chunk-words'
import type { Decoded } from '#core/words/decoded'
import { guard } from '#core/words/guard'
import { spreadWords } from '#core/words/spread'
import { isSecondSurer } from '#core/words/surer'
import { type UntimedWord, wordsOfDecode } from '#core/words/words'
import { speaks } from '../../models/languages.ts'
import { PcmFile } from '../../sound/pcm-file.ts'
import { inParallel } from '../in-parallel.ts'
import type { JobContext, Sound } from '../job-context.ts'
import { ChunkReader, type ChunkText, NARROW_PAD, WIDE_PAD } from '../words/chunk-reader.ts'
import { Decoder } from '../words/decoder.ts'
import { voteLanguage } from '../words/language-vote.ts'
import type { ChunkWords } from '../words/live-transcript.ts'
import { VoicedSpans } from '../words/voiced-spans.ts'

/** Gets the words of each chunk, first once and later, perhaps, again: a second text that is surer. */
export interface WordsSink {
  readonly put: (chunkIndex: number, chunk: ChunkWords) => Promise<void>
}

/** Chunks of the sound as the model likes them. */
export function chunksOf(context: JobContext, regions: readonly Region[]): Chunk[] {
  const pcm = new PcmFile(context.files.pcm)
  try {
    return planChunks(regions, pcm.read, context.models.recogniser.entry.chunks)
  } finally {
    pcm.close()
  }
}

/** The language of the recording: as told, the model's only one, or by a vote. `decoder` is left speaking it. */
export async function findLanguage(
  context: JobContext,
  decoder: Decoder,
  chunks: readonly Chunk[],
): Promise<string> {
  const language = await askLanguage(context, decoder, chunks)
  await decoder.speak(language === 'und' ? null : language)
  return language
}

async function askLanguage(context: JobContext, decoder: Decoder, chunks: readonly Chunk[]): Promise<string> {
  const { settings, models } = context
  if (settings.language !== 'auto') return settings.language
  const { languages, languageSetting } = models.recogniser.entry
  if (languages.length === 1 && languages[0] !== '*') return languages[0] as string
  const speaksIt = (language: string) => speaks(languages, language)
  if (languageSetting === 'whisper.language') return voteLanguage(decoder, chunks, speaksIt)
  // A recogniser that cannot name languages leaves it to one that can.
  const voter = new Decoder(context, models.language, null)
  try {
    return await voteLanguage(voter, chunks, speaksIt)
  } finally {
    await voter.close()
  }
}

/**
 * Recognises every chunk: once and covered, so that the whole text is there soon; then, unless quick, again with
 * other edges, keeping the surer text. Chunks that the engine fails on twice are counted and left out.
 */
export async function recogniseWords(
  context: JobContext,
  sound: Sound,
  decoder: Decoder,
  chunks: readonly Chunk[],
  sink: WordsSink,
): Promise<void> {
  const { recogniser } = context.models
  const voiced = recogniser.entry.times === 'none' ? new VoicedSpans(context) : null
  const pcm = new PcmFile(context.files.pcm)
  const reader = new ChunkReader((span) => decoder.decode(span), pcm.read, chunks, {
    narrow: padChunks(chunks, NARROW_PAD, sound.sampleCount),
    wide: padChunks(chunks, WIDE_PAD, sound.sampleCount),
  })
  const atOnce = context.cores + 1
  const texts: (ChunkText | null)[] = []
  try {
    let finished = 0
    await inParallel(chunks, atOnce, async (chunk, index) => {
      const first = await reader.read(index, 'narrow')
      const text = first && (await reader.cover(index, first))
      texts[index] = text
      if (text) {
        const words = await wordsOfChunk(context, chunk, text, voiced, '')
        await sink.put(index, { chunkId: chunkIdOf(chunk), words })
      } else context.counts.failedChunks++
      context.report('words', ++finished / chunks.length)
    })
    // Without confidence nobody can say which of two texts is the surer.
    if (context.settings.quick || recogniser.entry.confidence === 'none') return
    finished = 0
    await inParallel(chunks, atOnce, async (chunk, index) => {
      const first = texts[index]
      const second = reader.hasSecondLook(index) ? await reader.read(index, 'wide') : null
      if (second && (!first || isBetter(reader, index, first, second))) {
        const covered = await reader.cover(index, second)
        const again = await wordsOfChunk(context, chunk, covered, voiced, '~')
        if (!first) context.counts.failedChunks--
        await sink.put(index, { chunkId: chunkIdOf(chunk), words: again })
      }
      context.report('second-look', ++finished / chunks.length)
    })
  } finally {
    pcm.close()
    await voiced?.close()
  }
}

function isBetter(reader: ChunkReader, index: number, first: ChunkText, second: ChunkText): boolean {
  // Speech of no length: a text that leaves sure speech empty is weighed by its sureness, not by this check.
  if (guard(second.decodes, 0)) return false
  return isSecondSurer(
    first.decodes,
    second.decodes,
    (texts: readonly Decoded[]) => reader.holes(index, texts).length > 0,
  )
}

const chunkIdOf = (chunk: Chunk): string => `c${chunk.startSample.toString(36)}`

/** Words of a chunk's decodes and covers; ids are `<chunk>.<n>`, `~` marks those of the second text. */
async function wordsOfChunk(
  context: JobContext,
  chunk: Chunk,
  text: ChunkText,
  voiced: VoicedSpans | null,
  mark: string,
): Promise<Word[]> {
  const { times } = context.models.recogniser.entry
  const chunkId = chunkIdOf(chunk) + mark
  const wordsOf = async (decoded: Decoded, idPrefix: string, firstNumber: number) => {
    const spans = voiced ? await voiced.within(decoded.span) : []
    const spread = (untimed: readonly UntimedWord[]) =>
      spreadWords(untimed, spans, decoded.span.sampleCount / PCM_RATE)
    return wordsOfDecode(decoded, { idPrefix, firstNumber, times, spread })
  }
  let words: Word[] = []
  for (const decoded of text.decodes) words.push(...(await wordsOf(decoded, chunkId, words.length)))
  for (const [number, decoded] of text.covers.entries()) {
    words = insertCovered(words, await wordsOf(decoded, `${chunkId}+${number}`, 0))
  }
  return words
}
