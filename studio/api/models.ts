import type { GroupApi } from '#contracts/calls/calls'
import { Openness, type ModelCard } from '#contracts/calls/models'
import { catalogModel } from '#core/models/catalog/catalog'
import os from 'node:os'
import type { z } from 'zod'
import { coresForWork } from '../jobs/cores.ts'
import { requestDownload } from '../jobs/kinds/download-model.ts'
import type { JobRunner } from '../jobs/queue/job-runner.ts'
import { notInCatalog } from '../models/install-model.ts'
import { freeBytes } from '../sound/free-space.ts'
import { addModel, removeModel } from '../models/added-models.ts'
import { DEFAULT_MODELS, type Model } from '../models/model-store.ts'
import { readOpenness } from '../models/openness.ts'
import { opennessFile, type Studio } from '../studio.ts'
import type { CallOptions } from './call-options.ts'

export function modelApi(studio: Studio, runner: JobRunner): GroupApi<'models', CallOptions> {
  const { library, models } = studio
  return {
    async list() {
      const openness = await readOpenness(opennessFile())
      return (await models.list()).map((model) => modelCardOf(model, openness))
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
      if (catalogModel(id) === undefined) throw notInCatalog(id)
      await models.ensureUntaken(id)
      const { id: jobId, state } = await requestDownload(library, { catalogId: id })
      if (state === 'paused') await runner.resume(jobId)
      else if (state === 'failed' || state === 'cancelled') await runner.retry(jobId)
      return { jobId }
    },
    async remove({ id }) {
      await removeModel(studio, id)
      return {}
    },
  }
}

function modelCardOf(
  { entry, embedded }: Model,
  openness: ReadonlyMap<string, z.infer<typeof Openness>>,
): ModelCard {
  const { id, name, role, licence, source, languages, replaces } = entry
  return {
    id,
    name,
    role,
    licence,
    source,
    languages,
    embedded,
    catalog: entry.catalog === true,
    replaces,
    bytes: Object.values(entry.files).reduce((sum, file) => sum + file.bytes, 0),
    default: Object.values<string>(DEFAULT_MODELS).includes(id),
    openness: embedded ? (openness.get(id) ?? null) : null,
  }
}

const nameIn = (file: string): string => file.split(/[/\\]/u).at(-1) ?? file
