import { padChunks } from '#core/chunks/pad'
import { type Chunk, planChunks } from '#core/chunks/plan'
import { PCM_RATE } from '#core/sound/pcm'
import { transcriptWords, type Word } from '#core/transcript/transcript'
import type { SampleSpan } from '#core/windows/windows'
import type { Model } from '#studio/models/model-store'
import { ChunkReader, type DecodedChunk } from '#studio/recognition/words/chunk-reader'
import { WordsOfText } from '#studio/recognition/words/words-of-text'
import { PcmFile } from '#studio/sound/pcm-file'
import type { Transcribed } from '../doubts/transcribed.ts'
import type { RawModels } from '../raw/raw-models.ts'
import type { RawProcess } from '../raw/raw-process.ts'
import type { KeptDecodes } from './kept-decodes.ts'
import type { FoundSpeech } from './found-speech.ts'

/** From the raw engine to Parolo, one change at a time. */
export const STEPS = ['longer chunks', 'regions', 'gain', 'rejection', 'cover', 'second pass'] as const
export type Step = (typeof STEPS)[number]

/** What the recording's text is after a step. */
export interface StepText {
  readonly words: readonly Word[]
  /** Where its decodes begin and end, ms. */
  readonly edgesMs: readonly number[]
}

export interface StepTools {
  readonly engine: RawProcess
  readonly models: RawModels
  readonly recognizer: Model
  readonly decodes: KeptDecodes
}

/** Of the raw engine as in `bench/outputs/raw.ts`, s. */
const RAW_SECONDS = 15
const PAD_SECONDS = 0.15

/**
 * The raw engine's text, the text after each step, in order, and last the program's own:
 * raw: Silero's regions, at most 15 s, one decode with the settings of the first pass;
 * `longer chunks`: the same, as long as the program's;
 * `regions`: by the segmentation model on the unchanged sound;
 * `gain`: on the amplified sound;
 * `rejection`: rejected texts are decoded again;
 * `cover`: speech without text is decoded separately;
 * `second pass`: the finished transcript, with a second text where the first was unsure, and the choice between them.
 */
export async function textsByStep(
  { transcript }: Transcribed,
  { sound, range, unchanged, amplified }: FoundSpeech,
  { engine, models, recognizer, decodes }: StepTools,
): Promise<StepText[]> {
  const { times, rightByBand, chunks: limits } = recognizer.entry
  const wordsOfText = new WordsOfText(times, rightByBand, null)
  const pcm = new PcmFile(sound.pcm)
  const bySilero = async (seconds: number): Promise<SampleSpan[]> =>
    engine.run({ kind: 'chunks', pcm: sound.pcm, detector: models.detector, seconds })
  const decoded = async (spans: readonly SampleSpan[]): Promise<StepText> => {
    const texts = await decodes.of(sound, spans, 'first')
    return inOrder(
      texts.map((text) => ({ decodes: [text], covers: [], rejection: null })),
      wordsOfText,
    )
  }
  try {
    const narrow = (chunks: readonly Chunk[]): SampleSpan[] => padChunks(chunks, PAD_SECONDS, range)
    const chunks = planChunks(amplified, pcm.read, limits)
    const reader = new ChunkReader(
      async (span) => (await decodes.of(sound, [span], 'first'))[0] ?? null,
      pcm.read,
      chunks,
      range,
    )
    const texts = [
      await decoded(await bySilero(RAW_SECONDS)),
      await decoded(await bySilero(limits.oneSpeakerSeconds)),
      await decoded(narrow(planChunks(unchanged, pcm.read, limits))),
      await decoded(narrow(chunks)),
    ]
    const checked: DecodedChunk[] = []
    for (const index of chunks.keys()) {
      const text = await reader.first(index)
      if (text !== null) checked.push(text)
    }
    const edgesMs = texts.at(-1)?.edgesMs ?? []
    return [
      ...texts,
      await inOrder(
        checked.map((text) => ({ ...text, covers: [] })),
        wordsOfText,
      ),
      await inOrder(checked, wordsOfText),
      { words: transcriptWords(transcript), edgesMs },
    ]
  } finally {
    pcm.close()
  }
}

/** The words of decodes one after another. */
async function inOrder(texts: readonly DecodedChunk[], wordsOfText: WordsOfText): Promise<StepText> {
  const words: Word[] = []
  for (const text of texts) {
    const span = text.decodes[0]?.span
    if (span === undefined) continue
    const at = { ...span, endSample: span.startSample + span.sampleCount }
    words.push(...(await wordsOfText.first({ ...NO_CHUNK, ...at }, text)).words)
  }
  const ms = (sample: number): number => Math.round((sample * 1000) / PCM_RATE)
  const spans = texts.flatMap((text) => text.decodes.map(({ span }) => span))
  const edgesMs = spans.flatMap(({ startSample, sampleCount }) => [
    ms(startSample),
    ms(startSample + sampleCount),
  ])
  return { words, edgesMs }
}

const NO_CHUNK = { localSpeaker: 0, regions: [], cutBefore: false, cutAfter: false }
