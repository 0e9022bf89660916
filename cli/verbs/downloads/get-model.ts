import { Fault } from '#contracts/errors'
import type { ModelSource } from '#contracts/model-downloads'
import { catalogModel } from '#core/models/catalog/catalog'
import { downloadModelKind, requestDownload } from '#studio/job-kinds/download-model'
import { notInCatalog } from '#studio/models/install-model'
import type { Model } from '#studio/models/model-store'
import { allowedAddress } from '#studio/network/address'
import type { Studio } from '#studio/studio'
import type { Terminal } from '../../terminal/terminal.ts'
import { runDownload } from './run-download.ts'

/**
 * Downloads a model and adds it, as a job that open pages show. Interrupting pauses the job: only the person,
 * here or on a page, resumes it. Throws the faults of `installModel`.
 */
export async function getModel(
  studio: Studio,
  terminal: Terminal,
  source: ModelSource,
  signal: AbortSignal,
): Promise<{ readonly model: Model; readonly wasHere: boolean }> {
  const { library, models } = studio
  const name = 'url' in source ? allowedAddress(source.url).href : source.catalogId
  if ('catalogId' in source) {
    if (catalogModel(source.catalogId) === undefined) throw notInCatalog(source.catalogId)
    const here = (await models.list()).find(({ entry }) => entry.id === source.catalogId)
    if (here !== undefined) return { model: here, wasHere: true }
  }
  const kind = downloadModelKind({ library, models })
  const job = await requestDownload(library, source, 'command')
  const id = await runDownload(library, terminal, kind, job, signal, (step, fraction, whole) =>
    terminal.modelProgress(name, step, fraction, whole),
  )
  // Null: another program finished it meanwhile; the id of a model from an address is not known here.
  const found = id ?? ('catalogId' in source ? source.catalogId : null)
  if (found === null) throw new Fault('job.lease-lost')
  return { model: await models.find(found), wasHere: id === null }
}
