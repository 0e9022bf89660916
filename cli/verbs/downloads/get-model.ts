import { dayWords } from '#core/notation/dates'
import { Fault } from '#contracts/errors'
import type { ModelSource } from '#contracts/model-downloads'
import type { CatalogModel } from '#core/models/catalog-model'
import { catalogModel } from '#core/models/catalog/catalog'
import { downloadModelKind, requestDownload } from '#studio/job-kinds/download-model'
import { notInCatalog } from '#studio/models/install-model'
import type { Model, ModelStore } from '#studio/models/model-store'
import { acceptUnknownFile, type UndecidedFile, undecidedFile } from '#studio/models/unknown-file'
import { allowedAddress } from '#studio/network/address'
import type { Studio } from '#studio/studio'
import { isYes } from '../../answers/is-yes.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { runDownload } from './run-download.ts'

export interface GetOptions {
  readonly signal: AbortSignal
  /** Whether the person is asked about a file that the catalog does not know; otherwise it is refused. */
  readonly asksUnknown: boolean
}

/**
 * Downloads a model and adds it, as a job that open pages show. Interrupting pauses the job: only the person,
 * here or on a page, resumes it. Null: the person does not want the file. Throws the faults of `installModel`.
 */
export async function getModel(
  studio: Studio,
  terminal: Terminal,
  source: ModelSource,
  { signal, asksUnknown }: GetOptions,
): Promise<{ readonly model: Model; readonly wasHere: boolean } | null> {
  const { library, models } = studio
  const name = 'url' in source ? allowedAddress(source.url).href : source.catalogId
  const known = 'catalogId' in source ? catalogModel(source.catalogId) : undefined
  if ('catalogId' in source) {
    if (known === undefined) throw notInCatalog(source.catalogId)
    const here = (await models.list()).find(({ entry }) => entry.id === source.catalogId)
    if (here !== undefined) return { model: here, wasHere: true }
  }
  const kind = downloadModelKind({ library, models })
  const run = async (): Promise<string | null> => {
    const job = await requestDownload(library, source, 'command')
    return runDownload(library, terminal, kind, job, signal, (step, fraction, whole) =>
      terminal.modelProgress(name, step, fraction, whole),
    )
  }
  const canDecide = asksUnknown && known !== undefined
  // The question of an earlier download.
  if (canDecide && !(await askToInstall(models, terminal, known))) return null
  const id = await run().catch(async (error: unknown) => {
    if (!(error instanceof Fault) || error.code !== 'model.unknown-file' || !canDecide) throw error
    if (!terminal.canAsk) throw error
    return (await askToInstall(models, terminal, known)) ? run() : undefined
  })
  if (id === undefined) return null
  // Null: another program finished it meanwhile.
  const found = id ?? ('catalogId' in source ? source.catalogId : await idOfAddress(models, source.url))
  if (found === undefined) throw new Fault('job.lease-lost')
  return { model: await models.find(found), wasHere: id === null }
}

/** The model that was installed from an address, if it is not one of the catalog. */
const idOfAddress = async (models: ModelStore, url: string): Promise<string | undefined> =>
  (await models.list()).find(({ entry }) => entry.source === url)?.entry.id

/** Asks about a file that is to be decided, if a person can be asked; false if they do not want it. */
async function askToInstall(models: ModelStore, terminal: Terminal, model: CatalogModel): Promise<boolean> {
  const file = await undecidedFile(models, model)
  if (file === null || !terminal.canAsk) return true
  terminal.note('asking', {}, questionLines(terminal, model.name, file).join('\n'))
  const button = terminal.words('models.unknown.install')
  if (!isYes(await terminal.ask(terminal.words('delete.ask', { button })))) {
    terminal.note('not-installed', {}, terminal.words('models.unknown.left'))
    return false
  }
  // A page's answer may have installed it meanwhile.
  const isHere = (await models.list()).some(({ entry }) => entry.id === model.id)
  if (!isHere) await acceptUnknownFile(models, model.id, file.sha256, Date.now())
  return true
}

function questionLines(terminal: Terminal, name: string, { sha256, known }: UndecidedFile): string[] {
  const line = (label: string, value: string): string => `  ${terminal.words('sheet.line', { label, value })}`
  return [
    terminal.words('models.unknown.title', { name }),
    terminal.words('models.unknown.text', { name }),
    terminal.words('models.unknown.advice'),
    line(terminal.words('models.unknown.this'), terminal.words('models.unknown.hash', { sha256 })),
    ...known.map(({ sha256: hash, published }) =>
      line(
        terminal.words('models.unknown.known'),
        published === null
          ? terminal.words('models.unknown.hash', { sha256: hash })
          : terminal.words('models.unknown.of', { date: dayWords(published, terminal.locale), sha256: hash }),
      ),
    ),
  ]
}
