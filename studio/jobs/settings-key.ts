import { createHash } from 'node:crypto'
import type { TranscribeSettings } from '#contracts/settings'
import type { Run } from '#core/transcript/transcript'
import { modelIdentity, modelSha256 } from '../models/model-store.ts'
import type { JobModels } from './job-context.ts'

/** Raised when the way from sound to text changes so that the same settings give another transcript. */
const PIPELINE_VERSION = 3

/** What makes two commands the same: settings and the very models. */
export function settingsKey(settings: TranscribeSettings, models: JobModels): string {
  const identity = {
    pipeline: PIPELINE_VERSION,
    // A model that took another's place does its jobs.
    settings: { ...settings, model: models.recogniser.entry.id },
    models: [models.recogniser, models.language, models.segmentation, models.embedding, models.detector].map(
      ({ entry }) => modelSha256(entry),
    ),
  }
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32)
}

/** What stands in the transcript about how it was made. */
export function runOf(settings: TranscribeSettings, models: JobModels, version: string): Run {
  return {
    program: 'parolo',
    version,
    models: [
      modelIdentity(models.recogniser, 'recogniser'),
      // The recogniser names the language itself where it can.
      ...(models.language.entry.id === models.recogniser.entry.id || settings.language !== 'auto'
        ? []
        : [modelIdentity(models.language, 'language')]),
      modelIdentity(models.segmentation, 'segmentation'),
      modelIdentity(models.embedding, 'embedding'),
      modelIdentity(models.detector, 'speech-detection'),
    ],
    settings: {
      language: settings.language,
      speakers: settings.speakers,
      quick: settings.quick,
      track: settings.track,
      ...(settings.fromMs === undefined ? {} : { fromMs: settings.fromMs }),
      ...(settings.toMs === undefined ? {} : { toMs: settings.toMs }),
    },
  }
}
