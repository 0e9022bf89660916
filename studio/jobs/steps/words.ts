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
import { chunkIdOf } from '../words/chunk-ids.ts'
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
  const { languages, languageSettings } = models.recogniser.entry
  if (languages.length === 1 && languages[0] !== '*') return languages[0] as string
  const speaksIt = (language: string) => speaks(languages, language)
  if (languageSettings.includes('whisper.language')) return voteLanguage(decoder, chunks, speaksIt)
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
 * other edges, keeping the surer text. Chunks that the engine fails on are counted and left out.
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
  // Without confidence nobody can say which of two texts is the surer.
  const looksTwice = !context.settings.quick && recogniser.entry.confidence !== 'none'
  const texts: Promise<ChunkText | null>[] = []
  const finished = { words: 0, 'second-look': 0 }
  const count = (step: keyof typeof finished) => context.report(step, ++finished[step] / chunks.length)

  const firstLook = async (chunk: Chunk, index: number): Promise<ChunkText | null> => {
    const first = await reader.read(index, 'narrow')
    if (!first) return null
    const text = await reader.cover(index, first)
    const words = await wordsOfChunk(context, chunk, text, voiced, '')
    await sink.put(index, { chunkId: chunkIdOf(chunk), words })
    return text
  }
  const secondLook = async (chunk: Chunk, index: number, first: ChunkText | null): Promise<boolean> => {
    const second = reader.hasSecondLook(index) ? await reader.read(index, 'wide') : null
    if (!second || (first && !isBetter(reader, index, first, second))) return false
    const text = await reader.cover(index, second)
    const words = await wordsOfChunk(context, chunk, text, voiced, '~')
    await sink.put(index, { chunkId: chunkIdOf(chunk), words })
    return true
  }
  try {
    // One queue: second looks begin when no first one is left to begin, so that no core waits for the last.
    const looks = looksTwice ? [...chunks, ...chunks] : chunks
    await inParallel(looks, context.cores + 1, async (chunk, place) => {
      if (place < chunks.length) {
        const text = firstLook(chunk, place)
        texts[place] = text
        if (!(await text) && !looksTwice) context.counts.failedChunks++
        count('words')
      } else {
        const index = place - chunks.length
        const first = await (texts[index] as Promise<ChunkText | null>)
        const isReplaced = await secondLook(chunk, index, first)
        if (!first && !isReplaced) context.counts.failedChunks++
        count('second-look')
      }
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
