import type { TranscribeSettings } from '#contracts/settings'
import type { UsedModel } from '#core/sheet/run-cost'
import type { ModelRole, Run } from '#core/transcript/transcript'
import { isOfCatalog } from '../models/is-of-catalog.ts'
import type { Model } from '../models/model-store.ts'
import { currentMeter } from '../run-cost/run-meter.ts'
import { modelRoles, runOf } from './settings/settings-key.ts'
import type { JobModels } from './job-models.ts'

/**
 * How a transcript is made, as recorded in it; the run's sheet records its models with the hash of each of
 * their files.
 */
export function notedRun(settings: TranscribeSettings, models: JobModels, version: string): Run {
  currentMeter()?.note({ models: usedModels(settings, models) })
  return runOf(settings, models, version)
}

function usedModels(settings: TranscribeSettings, models: JobModels): UsedModel[] {
  return modelRoles(settings, models).map(([role, model]) => usedModel(role, model))
}

export function usedModel(role: ModelRole, { entry, embedded }: Model): UsedModel {
  const files = Object.entries(entry.files)
    .map(([name, { sha256 }]) => ({ name, sha256 }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return {
    role,
    id: entry.id,
    name: entry.name,
    licence: entry.licence,
    files,
    isKnown: embedded || isOfCatalog(entry),
    ...(entry.archive && { archiveSha256: entry.archive.sha256 }),
  }
}
