import { expect, it } from 'vitest'
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
