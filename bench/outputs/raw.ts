import path from 'node:path'
import { coresForWork } from '#studio/recognition/cores'
import type { EvalRecording } from '../evaldata/recordings.ts'
import type { TurnReference } from '../evaldata/turns.ts'
import { decodeToPcm } from '../measure/ffmpeg.ts'
import { formerRawModels, type RawModels, rawModels } from '../raw/raw-models.ts'
import { RawProcess } from '../raw/raw-process.ts'
import { rawText, rawWords } from '../raw/raw-words.ts'
import type { SpeakerTurn } from '../scoring/diarization-error.ts'
import type { ProgramOutput, ProgramOutputs } from './program-output.ts'

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
      const texts = await engine.run({
        kind: 'recognize',
        pcm,
        config: models.recognizer(language),
        tailZeros: models.tailZeros,
        atOnce: coresForWork(),
        spans: await engine.run({ kind: 'chunks', pcm, detector: models.detector }),
      })
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
