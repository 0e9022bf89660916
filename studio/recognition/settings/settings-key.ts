import type { TranscribeSettings } from '#contracts/settings'
import type { ModelRole, Run } from '#core/transcript/transcript'
import type { JobSettings } from '../../library/library.ts'
import { type Model, modelIdentity, modelSha256 } from '../../models/model-store.ts'
import type { JobModels } from '../job-models.ts'
import { canonicalJson, hashOfText } from '../../queue/settings-hash.ts'

/** Incremented when a pipeline change makes the same settings give a different transcript. */
const PIPELINE_VERSION = 4

/** Incremented when words of models without times would get different times. */
export const WORD_TIMES_VERSION = 1

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
  // Only if another model provides the times, so that the keys of all other requests stay the same.
  const recognizers = [models.recognizer, ...(models.byLanguage?.values() ?? [])]
  const isTimed = recognizers.every((recognizer) => otherTimes(settings, { ...models, recognizer }) === null)
  const times = isTimed ? '' : `,"wordTimes":${WORD_TIMES_VERSION}`
  const byLanguage = models.byLanguage === undefined ? '' : `,"byLanguage":${hashesOf(models.byLanguage)}`
  // Requests by a replaced model's id and by its replacement's id get the same key.
  const { voiceModel: _voiceModel, ...others } = settings
  // The voice model is identified by its hash: naming the default one changes nothing.
  const ordered = inHashedOrder({ ...others, model: models.recognizer.entry.id })
  return hashOfText(
    `{"pipeline":${PIPELINE_VERSION},"settings":${ordered},"models":${JSON.stringify(hashes)}${times}${byLanguage}}`,
  )
}

function hashesOf(models: ReadonlyMap<string, Model>): string {
  return canonicalJson(Object.fromEntries([...models].map(([code, { entry }]) => [code, modelSha256(entry)])))
}

/**
 * The model that provides word times if the recognizer does not; null: the recognizer does, or they are
 * interpolated.
 */
export function otherTimes(
  { quick }: Pick<TranscribeSettings, 'quick'>,
  { recognizer, language }: Pick<JobModels, 'recognizer' | 'language'>,
): Model | null {
  return recognizer.entry.times === 'none' && !quick ? language : null
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

/** The models by their role in a run. */
export function modelRoles(
  settings: TranscribeSettings,
  models: JobModels,
): readonly (readonly [ModelRole, Model])[] {
  // A recognizer that can detect the language does so itself.
  const isOther = models.language.entry.id !== models.recognizer.entry.id
  const isUsed = settings.language === 'auto' || otherTimes(settings, models) !== null
  return [
    ['recogniser', models.recognizer],
    ...(isOther && isUsed ? [['language', models.language] as const] : []),
    ['segmentation', models.segmentation],
    ['embedding', models.embedding],
    ['speech-detection', models.detector],
  ]
}

/** How a transcript was made, as recorded in it. */
export function runOf(settings: TranscribeSettings, models: JobModels, version: string): Run {
  const timed = otherTimes(settings, models)
  return {
    program: 'parolo',
    version,
    models: modelRoles(settings, models).map(([role, model]) => modelIdentity(model, role)),
    settings: {
      language: settings.language,
      speakers: settings.speakers,
      quick: settings.quick,
      track: settings.track,
      ...(settings.tracks === undefined ? {} : { tracks: settings.tracks }),
      ...(settings.fromMs === undefined ? {} : { fromMs: settings.fromMs }),
      ...(settings.toMs === undefined ? {} : { toMs: settings.toMs }),
      ...(timed === null ? {} : { wordTimes: timed.entry.id }),
      ...(settings.modelByLanguage === undefined ? {} : { modelByLanguage: true }),
      ...(settings.hotwords === undefined ? {} : { hotwords: settings.hotwords.join('\n') }),
    },
  }
}
