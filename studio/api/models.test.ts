import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { catalogModel } from '#core/models/catalog/catalog'
import { noteUnknownFile } from '../models/unknown-file.ts'
import { modelStore } from '../studio.ts'
import { openedService } from '../testing/opened-service.ts'

it('tells what this computer has for models', async () => {
  const { page } = await openedService()
  const machine = await page({ local: false }).call('models.machine', {})
  expect(machine.memoryBytes).toBeGreaterThan(1e9)
  expect(machine.cores).toBeGreaterThanOrEqual(1)
  expect(machine.freeBytes).toBeGreaterThan(0)
})

it('downloads a model of the catalog by one job, however often it is asked for', async () => {
  const { page, service } = await openedService()
  // Jobs are only requested: no connection is made.
  await service.runner.close()
  const window = page()
  const id = 'parakeet-tdt-0.6b-v3'
  const first = await window.call('models.download', { id })
  expect(await window.call('models.download', { id })).toEqual(first)
  await window.call('jobs.pause', first)
  expect(await window.call('models.download', { id })).toEqual(first)
  expect(await window.call('jobs.list', {})).toMatchObject([
    {
      id: first.jobId,
      kind: 'download-model',
      recordingId: null,
      state: 'queued',
      settings: { source: { catalogId: id }, round: 0 },
    },
  ])
  await window.call('jobs.cancel', first)
  expect(await window.call('jobs.list', {})).toMatchObject([{ state: 'cancelled' }])
})

it('downloads nothing that the catalog does not have', async () => {
  const { page } = await openedService()
  await expect(page().call('models.download', { id: 'nobody' })).rejects.toThrow('model.not-in-catalog')
  await expect(page().call('models.download', { id: 'whisper-base-beam5' })).rejects.toThrow(
    'model.not-in-catalog',
  )
})

it('asks in every window about a file that the catalog does not know, and installs only that one', async () => {
  const { page, service, folder } = await openedService()
  await service.runner.close()
  const id = 'nemotron-3.5-streaming-0.6b'
  const [one, other] = [page(), page({ local: false })]
  const { jobId } = await one.call('models.download', { id })
  expect(await one.call('models.unknownFile', { id })).toBe(null)
  const store = modelStore(folder)
  await mkdir(store.downloads, { recursive: true })
  const [sha256, wrong] = ['e'.repeat(64), 'f'.repeat(64)]
  await noteUnknownFile(store, id, { sha256, bytes: 475e6 })
  for (const window of [one, other]) {
    expect(await window.call('models.unknownFile', { id })).toMatchObject({
      sha256,
      bytes: 475e6,
      known: [{ published: '2026-07-09' }, { published: '2026-06-11' }],
    })
  }
  await expect(other.call('models.installUnknownFile', { id, sha256: wrong })).rejects.toThrow(
    'model.file-changed',
  )
  for (const window of [one, other]) {
    expect(await window.call('models.installUnknownFile', { id, sha256 })).toEqual({ jobId })
    expect(await window.call('models.unknownFile', { id })).toBe(null)
  }
})

it('an answer after another window has installed the file says that the model is there', async () => {
  const { page, service, folder } = await openedService()
  await service.runner.close()
  const id = 'nemotron-3.5-streaming-0.6b'
  const [embedded] = await modelStore(folder).list()
  const place = path.join(path.dirname(modelStore(folder).downloads), id)
  await mkdir(place, { recursive: true })
  await writeFile(path.join(place, 'model.json'), JSON.stringify({ ...embedded?.entry, id }))
  await expect(page().call('models.installUnknownFile', { id, sha256: 'e'.repeat(64) })).rejects.toThrow(
    'model.exists',
  )
})

it('does not ask about a file that a later catalog knows', async () => {
  const { page, service, folder } = await openedService()
  await service.runner.close()
  const id = 'nemotron-3.5-streaming-0.6b'
  const download = catalogModel(id)?.download
  if (download === undefined || 'files' in download) throw new Error(`${id} has no archive`)
  const [{ sha256, bytes }] = download.versions
  const store = modelStore(folder)
  await mkdir(store.downloads, { recursive: true })
  await noteUnknownFile(store, id, { sha256, bytes })
  expect(await page().call('models.unknownFile', { id })).toBe(null)
})
