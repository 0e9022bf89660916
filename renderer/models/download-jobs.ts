import type { JobCard } from '#contracts/calls/jobs'
import { catalogModel } from '#core/models/catalog/catalog'
import { downloadBytes } from '#core/models/catalog-model'

export type DownloadJob = JobCard & { readonly kind: 'download-model' }

/** Unfinished downloads, in order of request. */
export function openDownloads(jobs: readonly JobCard[]): DownloadJob[] {
  return jobs.filter(
    (job): job is DownloadJob =>
      job.kind === 'download-model' && job.state !== 'done' && job.state !== 'cancelled',
  )
}

/** The id of the catalog's model that a job downloads; null for a URL. */
export function modelIdOf({ settings: { source } }: DownloadJob): string | null {
  return 'catalogId' in source ? source.catalogId : null
}

export function downloadName(job: DownloadJob): string {
  const { source } = job.settings
  if ('catalogId' in source) return catalogModel(source.catalogId)?.name ?? source.catalogId
  return source.url.split('/').at(-1) || source.url
}

/** Size of the whole download; null if unknown. */
export function downloadSize(job: DownloadJob): number | null {
  const id = modelIdOf(job)
  const model = id === null ? undefined : catalogModel(id)
  return model === undefined ? null : downloadBytes(model)
}
