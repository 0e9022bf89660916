import type { ChunkGroup } from '#core/chunks/groups'
import { padChunks } from '#core/chunks/pad'
import { type Chunk, planChunks } from '#core/chunks/plan'
import type { Region } from '#core/regions/regions'
import type { Span } from '#core/words/decoded'
import { speaks } from '../../models/languages.ts'
import { PcmFile } from '../../sound/pcm-file.ts'
import { inParallel } from '../in-parallel.ts'
import type { JobContext, Sound } from '../job-context.ts'
import { ChunkReader, type ChunkText, NARROW_PAD } from '../words/chunk-reader.ts'
import { Decoder } from '../words/decoder.ts'
import { beginningOf, voteLanguage, votingChunks } from '../words/language-vote.ts'
import type { ChunkWords } from '../words/live-transcript.ts'
import { groupsToHear, lookAgain } from '../words/second-look.ts'
import { VoicedSpans } from '../words/voiced-spans.ts'
import { WordsOfText } from '../words/words-of-text.ts'

/**
 * Gets the words of each chunk: first once and later, perhaps, again, of several neighbouring chunks that were heard
 * together.
 */
export interface WordsSink {
  readonly put: (firstIndex: number, chunks: readonly ChunkWords[]) => Promise<void>
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
  sound: Sound,
  decoder: Decoder,
  chunks: readonly Chunk[],
): Promise<string> {
  const language = await askLanguage(context, sound, decoder, chunks)
  await decoder.speak(language === 'und' ? null : language)
  return language
}

async function askLanguage(
  context: JobContext,
  sound: Sound,
  decoder: Decoder,
  chunks: readonly Chunk[],
): Promise<string> {
  const { settings, models } = context
  if (settings.language !== 'auto') return settings.language
  const { languages, languageSettings } = models.recogniser.entry
  if (languages.length === 1 && languages[0] !== '*') return languages[0] as string
  const speaksIt = (language: string) => speaks(languages, language)
  const voting = votingChunks(chunks)
  if (languageSettings.includes('whisper.language')) {
    // Asked for what the first look wants anyway: these decodes are its own.
    const narrow = padChunks(chunks, NARROW_PAD, sound.sampleCount)
    const spans = voting.map((index) => narrow[index] as Span)
    return voteLanguage(decoder, spans, speaksIt)
  }
  // A recogniser that cannot name languages leaves it to one that can.
  const voter = new Decoder(context, models.language, null)
  try {
    const spans = voting.map((index) => beginningOf(chunks[index] as Chunk))
    return await voteLanguage(voter, spans, speaksIt)
  } finally {
    await voter.close()
  }
}

/**
 * Recognises every chunk: once and covered, so that the whole text is there soon; then, unless quick, again, with
 * its neighbours and with other edges, keeping the better text. Chunks that the engine fails on are counted and
 * left out.
 */
export async function recogniseWords(
  context: JobContext,
  sound: Sound,
  decoder: Decoder,
  chunks: readonly Chunk[],
  sink: WordsSink,
): Promise<void> {
  const { times, confidence, chunks: limits } = context.models.recogniser.entry
  const voiced = times === 'none' ? new VoicedSpans(context) : null
  const wordsOfText = new WordsOfText(times, voiced)
  const pcm = new PcmFile(context.files.pcm)
  const reader = new ChunkReader((span) => decoder.decode(span), pcm.read, chunks, sound.sampleCount)
  // Without confidence nobody can say which of two texts is the better.
  const looksTwice = !context.settings.quick && confidence !== 'none'
  const groups = looksTwice ? groupsToHear(chunks, limits) : []
  const texts: Promise<ChunkText | null>[] = []
  const found = new Set<number>()

  const heard = { words: 0, 'second-look': 0 }
  const count = (step: keyof typeof heard, more: number) =>
    context.report(step, (heard[step] += more) / chunks.length)

  const firstLook = async (chunk: Chunk, index: number): Promise<ChunkText | null> => {
    const text = await reader.first(index)
    if (!text) return null
    await sink.put(index, [await wordsOfText.first(chunk, text)])
    found.add(index)
    return text
  }
  const secondLook = async (group: ChunkGroup): Promise<void> => {
    const firsts: (ChunkText | null)[] = []
    for (let index = group.from; index < group.to; index++) firsts[index] = (await texts[index]) ?? null
    const better = await lookAgain(reader, chunks, group, firsts, ({ from, to }) =>
      count('second-look', to - from),
    )
    for (const { group: its, text } of better) {
      await sink.put(its.from, await wordsOfText.second(chunks.slice(its.from, its.to), text))
      for (let index = its.from; index < its.to; index++) found.add(index)
    }
  }
  try {
    // One queue: second looks begin when no first one is left to begin, so that no core waits for the last.
    await inParallel([...chunks, ...groups], context.cores + 1, async (chunk, place) => {
      if (place < chunks.length) {
        await (texts[place] = firstLook(chunk, place))
        count('words', 1)
      } else await secondLook(groups[place - chunks.length] as ChunkGroup)
    })
    context.counts.failedChunks += chunks.length - found.size
  } finally {
    pcm.close()
    await voiced?.close()
  }
}
