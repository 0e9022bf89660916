import type { Preferences } from '#contracts/preferences'
import type { TranscribeSettings } from '#contracts/settings'
import { supportsLanguage } from '../models/languages.ts'
import type { ModelStore } from '../models/model-store.ts'

/**
 * The settings with the model that the person chose for their language; if the language is to be detected,
 * with all chosen ones that differ from `settings.model`. A model that is not installed (yet), or does not
 * support the language, is ignored.
 */
export async function withChosenModels(
  models: ModelStore,
  { modelByLanguage }: Pick<Preferences, 'modelByLanguage'>,
  settings: TranscribeSettings,
): Promise<TranscribeSettings> {
  const possible = await possibleByLanguage(models, modelByLanguage)
  if (settings.language !== 'auto')
    return { ...settings, model: possible[settings.language] ?? settings.model }
  const others = Object.entries(possible).filter(([, id]) => id !== settings.model)
  return { ...settings, ...(others.length > 0 && { modelByLanguage: Object.fromEntries(others) }) }
}

async function possibleByLanguage(
  models: ModelStore,
  modelByLanguage: Preferences['modelByLanguage'],
): Promise<Record<string, string>> {
  const here = await models.list()
  const possible = Object.entries(modelByLanguage).flatMap(([code, id]) => {
    const model = here.find(({ entry }) => entry.id === id || entry.replaces.includes(id))
    const isPossible = model?.entry.role === 'recogniser' && supportsLanguage(model.entry.languages, code)
    return isPossible ? [[code, model.entry.id]] : []
  })
  return Object.fromEntries(possible) as Record<string, string>
}
