import { declinedName, unaskedOffer } from '#core/models/offer'
import { useChangePreferences } from '../session/change-preferences.ts'
import { usePreferencesQuery } from '../rpc/preferences-queries.ts'
import { useJobs, useModels } from '../rpc/program-queries.ts'
import { modelIdOf, openDownloads } from './download-jobs.ts'
import { useMachine } from './use-machine.ts'

/**
 * The much better model to suggest for a language, and how to decline it for good; null while nothing is
 * known, for `auto`, and if it is installed, being downloaded or declined.
 */
export function useUnaskedOffer(language: string | null) {
  const models = useModels().data
  const machine = useMachine().data
  const jobs = useJobs().data
  const preferences = usePreferencesQuery().data
  const change = useChangePreferences()
  if (language === null || models === undefined || machine === undefined) return null
  if (jobs === undefined || preferences === undefined) return null
  const coming = openDownloads(jobs).flatMap((job) => modelIdOf(job) ?? [])
  const here = models.map(({ id }) => id)
  const { declinedModels } = preferences
  const offer = unaskedOffer(language, machine, [...here, ...coming], declinedModels)
  if (offer === null) return null
  const decline = (): void =>
    change({ declinedModels: [...declinedModels, declinedName(language, offer.model.id)] })
  return { ...offer, decline }
}
