import path from 'node:path'
import { coresForWork } from '#studio/recognition/cores'
import type { EvalRecording } from '../evaldata/recordings.ts'
import type { TurnReference } from '../evaldata/turns.ts'
import { decodeToPcm } from '../measure/ffmpeg.ts'
import { formerRawModels, type RawModels, rawModels } from '../raw/raw-models.ts'
import { RawProcess } from '../raw/raw-process.ts'
import type { RawText } from '../raw/tasks.ts'
import type { Pass } from '#studio/models/model-config'
import { rawText, rawWords } from '../raw/raw-words.ts'
import type { SpeakerTurn } from '../scoring/diarization-error.ts'
import type { ProgramOutput, ProgramOutputs } from './program-output.ts'

/** How the raw engine decodes: chunks of at most so many seconds, with the settings of one pass. */
export interface RawWay {
  readonly seconds: number
  readonly pass: Pass
}

/** The model's own limit minus room for its padding. */
const USUAL: RawWay = { seconds: 15, pass: 'first' }

/** The raw engine: Silero's regions, one decode each, its own times and its own clustering of speakers. */
export async function transcribeWithRaw(
  recordings: readonly EvalRecording[],
  references: ReadonlyMap<string, TurnReference>,
  folder: string,
): Promise<ProgramOutputs> {
  return transcribeWith('raw engine', await rawModels(), recordings, references, folder)
}

/** The same with the program's previous recognizer; null if its files are missing. */
export async function transcribeWithFormerRaw(
  recordings: readonly EvalRecording[],
  folder: string,
): Promise<ProgramOutputs | null> {
  const models = await formerRawModels()
  return models && transcribeWith('raw engine, former files', models, recordings, new Map(), folder)
}

async function transcribeWith(
  program: string,
  models: RawModels,
  recordings: readonly EvalRecording[],
  references: ReadonlyMap<string, TurnReference>,
  folder: string,
): Promise<ProgramOutputs> {
  const of = new Map<string, ProgramOutput>()
  const startedAt = performance.now()
  let secondsForTurns = 0
  const engine = new RawProcess()
  try {
    for (const { name, path: file, language } of recordings) {
      const pcm = path.join(folder, 'raw.pcm')
      await decodeToPcm(file, pcm)
      const texts = await recognizeRaw(engine, models, { pcm, language }, USUAL)
      const turnsFrom = performance.now()
      const speakers = references.get(name)?.speakers
      const turns =
        speakers === undefined
          ? null
          : {
              automatic: await diarizeWith(engine, models, pcm, null),
              given: await diarizeWith(engine, models, pcm, speakers),
            }
      secondsForTurns += (performance.now() - turnsFrom) / 1000
      of.set(name, { text: rawText(texts), words: rawWords(texts), turns })
    }
  } finally {
    await engine.close()
  }
  const seconds = (performance.now() - startedAt) / 1000 - secondsForTurns
  return { program, of, seconds }
}

/** Texts of a decoded recording, chunk by chunk. */
export async function recognizeRaw(
  engine: RawProcess,
  models: RawModels,
  { pcm, language }: { readonly pcm: string; readonly language: string },
  { seconds, pass }: RawWay,
): Promise<readonly RawText[]> {
  return engine.run({
    kind: 'recognize',
    pcm,
    config: models.recognizer(language, pass),
    tailZeros: models.tailZeros,
    atOnce: coresForWork(),
    spans: await engine.run({ kind: 'chunks', pcm, detector: models.detector, seconds }),
  })
}

async function diarizeWith(
  engine: RawProcess,
  models: RawModels,
  pcm: string,
  speakers: number | null,
): Promise<SpeakerTurn[]> {
  const { segmentation, embedding } = models
  const turns = await engine.run({ kind: 'diarize', pcm, segmentation, embedding, speakers })
  return turns.map(({ start, end, speaker }) => ({ speaker: String(speaker), start, end }))
}
