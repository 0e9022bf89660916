import type { JoinCheckSettings } from '#contracts/join-check-settings'
import { type JoinToRecognize, joinsToRecognize } from '#core/cut/joins-to-recognize'
import type { KeptSpans } from '#core/cut/kept-spans'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Transcript } from '#core/transcript/transcript'
import { findRecordingCut, recordingCut } from '../export/recording-cut.ts'
import type { TranscriptFacts } from '../library/library.ts'
import { modelSha256 } from '../models/model-store.ts'
import { opinionSettings } from '../recognition/second-opinion/opinion-settings.ts'
import { settingsHash } from '../queue/settings-hash.ts'
import type { Studio } from '../studio.ts'

/** Incremented when the same sound and words would be judged otherwise than before. */
const VERSION = 1
/** As pages find joins. */
const RATE = 48_000

type Parts = Pick<Studio, 'library' | 'models' | 'cacheFolder'>

export interface CutWithJoins {
  readonly kept: KeptSpans
  readonly transcript: Transcript
  /** Trim; undefined: all of the recording. */
  readonly part: TimeSpan | undefined
  readonly durationMs: number
  /** False while the recording is not decoded: where it is cut is not certain then. */
  readonly isExact: boolean
}

/** A transcript's cut as its joins are found in it. Faults of `recordingCut`. */
export async function cutWithJoins(
  studio: Pick<Parts, 'library' | 'cacheFolder'>,
  transcriptId: string,
): Promise<CutWithJoins> {
  const { of } = await recordingCut(studio, transcriptId)
  const { kept } = findRecordingCut({ ...of, rate: RATE })
  const { transcript, part, durationMs, loudness } = of
  return { kept, transcript, part, durationMs, isExact: loudness !== null }
}

export interface JoinsToCheck extends Pick<CutWithJoins, 'isExact'> {
  /** Those that were not checked with this model yet. */
  readonly joins: readonly JoinToRecognize[]
  /** The recording, or its kept part. */
  readonly whole: TimeSpan
}

/** The joins of a transcript's cut that are to be checked. Faults of `recordingCut`. */
export async function joinsToCheck(
  studio: Pick<Parts, 'library' | 'cacheFolder'>,
  transcriptId: string,
  recognizedBy: string,
): Promise<JoinsToCheck> {
  const { kept, transcript, part, durationMs, isExact } = await cutWithJoins(studio, transcriptId)
  const known = new Set(
    (await studio.library.checkedJoins(transcriptId)).flatMap((row) =>
      row.recognizedBy === recognizedBy ? row.key : [],
    ),
  )
  return {
    joins: joinsToRecognize(kept, transcript, part).filter(({ key }) => !known.has(key)),
    whole: part ?? { startMs: 0, endMs: durationMs },
    isExact,
  }
}

export type RecognizingSettings = Omit<JoinCheckSettings, 'joins'>

/** With the transcript's model and language. Throws `model.unknown`. */
export async function recognizingSettings(
  { library, models }: Parts,
  facts: TranscriptFacts,
): Promise<RecognizingSettings> {
  const {
    spans: _spans,
    careful: _careful,
    ...settings
  } = await opinionSettings({ library, models }, facts, {
    spans: null,
    careful: false,
  })
  return settings
}

/** What the rows of joins are kept with: with another model, or judged otherwise, a join is checked again. */
export async function recognizedByOf(
  { models }: Pick<Parts, 'models'>,
  { model, language }: Pick<RecognizingSettings, 'model' | 'language'>,
): Promise<string> {
  const { entry } = await models.find(model)
  return settingsHash({ version: VERSION, language, sha256: modelSha256(entry) })
}
