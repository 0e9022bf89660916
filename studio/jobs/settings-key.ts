import type { TranscribeSettings } from '#contracts/settings'
import type { Run } from '#core/transcript/transcript'
import type { JobSettings } from '../library/library.ts'
import { modelIdentity, modelSha256 } from '../models/model-store.ts'
import type { JobModels } from './job-context.ts'
import { canonicalJson, hashOfText } from './queue/settings-hash.ts'

/** Incremented when a pipeline change makes the same settings give a different transcript. */
const PIPELINE_VERSION = 3

/** The original hashing order; changing it would invalidate finished work. */
const FIRST_SETTINGS = ['language', 'model', 'speakers', 'quick', 'track', 'fromMs', 'toMs'] as const

/** Identifies equal requests: same settings and same model files. */
export function settingsKey(settings: TranscribeSettings, models: JobModels): string {
  const hashes = [
    models.recognizer,
    models.language,
    models.segmentation,
    models.embedding,
    models.detector,
  ].map(({ entry }) => modelSha256(entry))
  // Requests by a replaced model's id and by its replacement's id get the same key.
  const ordered = inHashedOrder({ ...settings, model: models.recognizer.entry.id })
  return hashOfText(
    `{"pipeline":${PIPELINE_VERSION},"settings":${ordered},"models":${JSON.stringify(hashes)}}`,
  )
}

/**
 * As JSON: the first settings in their fixed order, then all later ones by name, lists and objects in canonical form.
 */
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

/** How a transcript was made, as recorded in it. */
export function runOf(settings: TranscribeSettings, models: JobModels, version: string): Run {
  return {
    program: 'parolo',
    version,
    models: [
      modelIdentity(models.recognizer, 'recogniser'),
      // A recognizer that can detect the language does so itself.
      ...(models.language.entry.id === models.recognizer.entry.id || settings.language !== 'auto'
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
      ...(settings.tracks === undefined ? {} : { tracks: settings.tracks }),
      ...(settings.fromMs === undefined ? {} : { fromMs: settings.fromMs }),
      ...(settings.toMs === undefined ? {} : { toMs: settings.toMs }),
    },
  }
}
