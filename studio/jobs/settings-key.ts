import type { TranscribeSettings } from '#contracts/settings'
import type { Run } from '#core/transcript/transcript'
import type { JobSettings } from '../library/library.ts'
import { modelIdentity, modelSha256 } from '../models/model-store.ts'
import type { JobModels } from './job-context.ts'
import { canonicalJson, hashOfText } from './queue/settings-hash.ts'

/** Raised when the way from sound to text changes so that the same settings give another transcript. */
const PIPELINE_VERSION = 3

/** The order in which these have always been hashed; what was done with them counts as done. */
const FIRST_SETTINGS = ['language', 'model', 'speakers', 'quick', 'track', 'fromMs', 'toMs'] as const

/** What makes two commands the same: settings and the very models. */
export function settingsKey(settings: TranscribeSettings, models: JobModels): string {
  const hashes = [
    models.recogniser,
    models.language,
    models.segmentation,
    models.embedding,
    models.detector,
  ].map(({ entry }) => modelSha256(entry))
  // A model that took another's place does its jobs.
  const ordered = inHashedOrder({ ...settings, model: models.recogniser.entry.id })
  return hashOfText(
    `{"pipeline":${PIPELINE_VERSION},"settings":${ordered},"models":${JSON.stringify(hashes)}}`,
  )
}

/** As JSON: the first settings in their order, then all later ones by name, lists and objects in canonical form. */
export function inHashedOrder(settings: JobSettings): string {
  const isFirst = (name: string): boolean => FIRST_SETTINGS.some((first) => first === name)
  const later = Object.keys(settings)
    .filter((name) => !isFirst(name))
    .sort()
  const members = [...FIRST_SETTINGS, ...later].flatMap((name) => {
    const value = settings[name]
    return value === undefined ? [] : [`${JSON.stringify(name)}:${canonicalJson(value)}`]
  })
  return `{${members.join(',')}}`
}

/** What stands in the transcript about how it was made. */
export function runOf(settings: TranscribeSettings, models: JobModels, version: string): Run {
  return {
    program: 'parolo',
    version,
    models: [
      modelIdentity(models.recogniser, 'recogniser'),
      // The recognizer names the language itself where it can.
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
