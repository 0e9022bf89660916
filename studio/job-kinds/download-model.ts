import {
  DownloadModelSettings,
  type DownloadStep,
  downloadSteps,
  type ModelSource,
} from '#contracts/model-downloads'
import { catalog } from '#core/models/catalog/catalog'
import type { ConnectionAsker } from '#core/network/connection'
import type { JobRecord, Library } from '../library/library.ts'
import { recordAddedModel } from '../models/added-models.ts'
import { dropDownload, fileNameOf, type InstallOptions, installModel } from '../models/install-model.ts'
import type { ModelStore } from '../models/model-store.ts'
import { connectionSubject } from '../library/connection-subject.ts'
import { type ConnectionReason, Ledger } from '../network/ledger.ts'
import type { FindProxy } from '../network/proxy.ts'
import type { JobKind } from '../queue/job-kind.ts'
import { settingsHash } from '../queue/settings-hash.ts'

export const DOWNLOAD_MODEL = 'download-model'

/** Share of the time, by step; unpacking bzip2 takes minutes. */
const SHARES: Readonly<Record<DownloadStep, number>> = {
  download: 0.75,
  check: 0.05,
  unpack: 0.18,
  add: 0.02,
}

export interface DownloadDependencies {
  readonly library: Library
  readonly models: ModelStore
  /** Default: from the environment. */
  readonly findProxy?: FindProxy | undefined
}

/** Excludes the requester: whoever asked first, the download is the same. */
const downloadKey = ({ source, round }: DownloadModelSettings): string =>
  settingsHash({ kind: DOWNLOAD_MODEL, source, round })

/** Job kind that downloads a model and adds it to the library. */
export function downloadModelKind(
  { library, models, findProxy }: DownloadDependencies,
  options: Pick<InstallOptions, 'stallMs' | 'retryMs' | 'knownModels'> = {},
): JobKind<string, DownloadStep> {
  return {
    name: DOWNLOAD_MODEL,
    waitsFor: [],
    // More would only share the same connection, and each temporarily takes twice its size on the disk.
    atOnce: () => Promise.resolve(2),
    keyOf: async (settings) => downloadKey(DownloadModelSettings.parse(settings)),
    wholeFraction(_settings, step, fraction) {
      const at = downloadSteps.indexOf(step as DownloadStep)
      if (at < 0) return 0
      const before = downloadSteps.slice(0, at).reduce((sum, one) => sum + SHARES[one], 0)
      return Math.min(1, before + SHARES[step as DownloadStep] * fraction)
    },
    async run({ job, signal, report }) {
      const { source, askedBy = 'models' } = DownloadModelSettings.parse(job.settings)
      const ledger = new Ledger(library, downloadReason(source, askedBy, options.knownModels))
      const how = { ...options, ...(findProxy && { findProxy }), ledger, signal, report }
      const model = await installModel(models, source, how).catch(async (error: unknown) => {
        const state = signal.aborted ? (await library.job(job.id))?.state : undefined
        if (state === 'cancelled') await dropDownload(models, source, options.knownModels)
        throw error
      })
      await recordAddedModel(library, model)
      if ('url' in source) {
        const { id } = model.entry
        await library.renameConnectionSubject(addressSubject(source.url), connectionSubject('model', id))
      }
      return { result: model.entry.id, failure: null }
    },
    rest: () => Promise.resolve(),
  }
}

const addressSubject = (url: string): string => connectionSubject('address', url)

function downloadReason(
  source: ModelSource,
  askedBy: ConnectionAsker,
  knownModels: InstallOptions['knownModels'] = catalog,
): ConnectionReason {
  if ('url' in source) {
    return { purpose: 'model', title: fileNameOf(source.url), askedBy, subject: addressSubject(source.url) }
  }
  const { catalogId: id } = source
  const title = knownModels.find((known) => known.id === id)?.name ?? id
  return { purpose: 'model', title, askedBy, subject: connectionSubject('model', id) }
}

/** Deletes the data of a canceled download; while the job is running, its run does that. */
export async function dropCanceled(models: ModelStore, { kind, state, settings }: JobRecord): Promise<void> {
  if (kind !== DOWNLOAD_MODEL || state === 'running' || state === 'done') return
  await dropDownload(models, DownloadModelSettings.parse(settings).source)
}

/** Enough to include every download ever finished. */
const ALL_DONE = 100_000

/** Requests a download and returns its job, whatever the state; an unfinished one is not requested twice. */
export async function requestDownload(
  library: Library,
  source: ModelSource,
  askedBy: 'models' | 'command',
): Promise<JobRecord> {
  const same = JSON.stringify(source)
  const done = (await library.listedJobs(ALL_DONE)).filter(
    ({ kind, state, settings }) =>
      kind === DOWNLOAD_MODEL &&
      state === 'done' &&
      JSON.stringify(DownloadModelSettings.safeParse(settings).data?.source) === same,
  )
  const settings: DownloadModelSettings = { source, round: done.length, askedBy }
  return library.requestJob({
    recordingId: null,
    kind: DOWNLOAD_MODEL,
    settings,
    settingsKey: downloadKey(settings),
    again: true,
  })
}
