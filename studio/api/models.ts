import type { GroupApi } from '#contracts/calls/calls'
import type { ModelCard } from '#contracts/calls/models'
import { Openness } from '#contracts/openness'
import { TranscribeSettings } from '#contracts/settings'
import type { CatalogModel } from '#core/models/catalog-model'
import { catalogModel } from '#core/models/catalog/catalog'
import { catalogOpenness } from '#core/models/catalog/openness'
import { installedArchive } from '#core/models/installed-archive'
import { type DoneWork, minutesAnHour } from '#core/models/measured-pace'
import os from 'node:os'
import type { z } from 'zod'
import { coresForWork } from '../recognition/cores.ts'
import { requestDownload } from '../job-kinds/download-model.ts'
import { notInCatalog } from '../models/install-model.ts'
import { freeBytes } from '../files/free-space.ts'
import { addModel, removeModel } from '../models/added-models.ts'
import { DEFAULT_MODELS, type Model } from '../models/model-store.ts'
import { isOfCatalog } from '../models/is-of-catalog.ts'
import { readOpenness } from '../models/openness.ts'
import { acceptUnknownFile, undecidedFile } from '../models/unknown-file.ts'
import { opennessFile, type Studio } from '../studio.ts'
import type { CallOptions } from './call-options.ts'

export function modelApi(studio: Studio): GroupApi<'models', CallOptions> {
  const { library, models } = studio
  const startDownload = async (id: string): Promise<{ jobId: string }> => {
    await models.ensureUntaken(id)
    return { jobId: (await requestDownload(library, { catalogId: id }, 'models')).id }
  }
  return {
    async list() {
      const openness = await readOpenness(opennessFile())
      const paces = await measuredPaces(library)
      return (await models.list()).map((model) => modelCardOf(model, openness, paces))
    },
    unreadable: async () => (await models.unreadable()).map(({ id }) => ({ id })),
    async verify({ id }) {
      const { problems } = await models.verify(await models.find(id))
      const worst = problems[0]
      return { damagedFile: worst === undefined ? null : nameIn(worst.file) }
    },
    async add({ folder }) {
      const { entry } = await addModel(studio, folder)
      return { id: entry.id }
    },
    machine: async () => ({
      memoryBytes: os.totalmem(),
      cores: coresForWork(),
      freeBytes: await freeBytes(studio.dataFolder),
    }),
    async download({ id }) {
      known(id)
      return startDownload(id)
    },
    async unknownFile({ id }) {
      const file = await undecidedFile(models, known(id))
      return file && { ...file, known: file.known.map(({ sha256, published }) => ({ sha256, published })) }
    },
    async installUnknownFile({ id, sha256 }) {
      known(id)
      // Another window's answer may have installed it meanwhile.
      await models.ensureUntaken(id)
      await acceptUnknownFile(models, id, sha256, Date.now())
      return startDownload(id)
    },
    async remove({ id }) {
      await removeModel(studio, id)
      return {}
    },
  }
}

/** Throws `model.not-in-catalog`. */
function known(id: string): CatalogModel {
  const model = catalogModel(id)
  if (model === undefined) throw notInCatalog(id)
  return model
}

function modelCardOf(
  { entry, embedded }: Model,
  openness: ReadonlyMap<string, z.infer<typeof Openness>>,
  paces: ReadonlyMap<string, readonly DoneWork[]>,
): ModelCard {
  const { id, name, role, licence, source, languages, replaces, archive } = entry
  const isKnown = isOfCatalog(entry)
  return {
    id,
    name,
    role,
    licence,
    source,
    languages,
    embedded,
    catalog: isKnown,
    archive: archive === undefined ? null : installedArchive(catalogModel(id), archive),
    replaces,
    bytes: Object.values(entry.files).reduce((sum, file) => sum + file.bytes, 0),
    default: Object.values<string>(DEFAULT_MODELS).includes(id),
    minutesAnHour: minutesAnHour(paces.get(id) ?? []),
    openness: embedded ? (openness.get(id) ?? null) : isKnown ? (catalogOpenness(id)?.points ?? null) : null,
  }
}

/** Recent jobs suffice: the computer and the program change over time. */
const DONE_JOBS = 50

/** Speeds of whole transcriptions done on this computer, by model id. */
async function measuredPaces(library: Studio['library']): Promise<ReadonlyMap<string, DoneWork[]>> {
  const paces = new Map<string, DoneWork[]>()
  for (const { kind, state, settings, workedMs, durationMs } of await library.listedJobs(DONE_JOBS)) {
    if (kind !== 'transcribe' || state !== 'done' || durationMs === null) continue
    const { model, fromMs, toMs, tracks, modelByLanguage } = TranscribeSettings.parse(settings)
    // The model then depends on the detected language.
    if (modelByLanguage !== undefined) continue
    if (fromMs !== undefined || toMs !== undefined || tracks !== undefined) continue
    paces.set(model, [...(paces.get(model) ?? []), { workedMs, soundMs: durationMs }])
  }
  return paces
}

const nameIn = (file: string): string => file.split(/[/\\]/u).at(-1) ?? file
