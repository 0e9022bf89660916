import { Fault } from '#contracts/errors'
import type { ModelSource } from '#contracts/model-downloads'
import { catalogModel } from '#core/models/catalog/catalog'
import { downloadModelKind, requestDownload } from '#studio/jobs/kinds/download-model'
import { runJob } from '#studio/jobs/queue/run-job'
import { notInCatalog } from '#studio/models/install-model'
import type { Model } from '#studio/models/model-store'
import { allowedAddress } from '#studio/network/address'
import type { Studio } from '#studio/studio'
import type { Terminal } from '../terminal.ts'

/**
 * Downloads a model and adds it, as a job that open pages show. Interrupted, the job is paused: only the person, here or
 * on a page, has it go on. Throws the faults of `installModel`.
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
  // A page may pause or cancel it too.
  const stop = new AbortController()
  const onAbort = (): void => stop.abort(new Fault('job.cancelled'))
  signal.addEventListener('abort', onAbort, { once: true })
  const watch = library.watch(({ kind: event, touched }) => {
    if (event === 'job-released' && touched['jobId'] === job.id && touched['state'] !== 'queued') onAbort()
  })
  terminal.startFile()
  try {
    const id = await runJob(library, kind, job, {
      signal: stop.signal,
      onProgress(progress) {
        if (progress.kind === 'waiting') {
          const { pid } = progress
          terminal.status('waiting', { pid }, terminal.words('progress.waiting', { pid }))
        } else {
          const whole = kind.wholeFraction(job.settings, progress.step, progress.fraction)
          terminal.modelProgress(name, progress.step, progress.fraction, whole)
        }
      },
    })
    // Null: another program finished it meanwhile; for an address its id is not known here.
    const found = id ?? ('catalogId' in source ? source.catalogId : null)
    if (found === null) throw new Fault('job.lease-lost')
    return { model: await models.find(found), wasHere: id === null }
  } catch (error) {
    if (signal.aborted) await library.setJobState(job.id, 'paused')
    throw error
  } finally {
    watch.stop()
    signal.removeEventListener('abort', onAbort)
  }
}
