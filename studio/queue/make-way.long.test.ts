import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { Fault } from '#contracts/errors'
import { markLiveText } from '../recording/live-marker.ts'
import { RecorderLease } from '../recording/recorder-lease.ts'
import { newRunningId, recordingsFolder } from '../recording/recording-folder.ts'
import { temporaryFolder } from '../testing/opened-service.ts'
import { makeWay } from './make-way.ts'

/** A recording with live text, made by another program. */
async function recording(dataFolder: string) {
  const folder = path.join(recordingsFolder(dataFolder), newRunningId(Date.now()))
  await mkdir(folder, { recursive: true })
  const lease = await RecorderLease.take(folder)
  if (lease === null) throw new Error('the folder is new')
  return { folder, lease, unmark: await markLiveText(folder) }
}

/** Work that continues until it is told to end, or aborted. */
function work() {
  const runs: PromiseWithResolvers<string>[] = []
  return {
    runs,
    do: (signal: AbortSignal): Promise<string> => {
      const run = Promise.withResolvers<string>()
      runs.push(run)
      signal.addEventListener('abort', () => run.reject(new Fault('job.cancelled')))
      return run.promise
    },
  }
}

it('work is interrupted while another program makes text of a recording, and done again once that ended', async () => {
  const dataFolder = await temporaryFolder()
  const { runs, do: work1 } = work()
  const onWaiting = vi.fn<(pid: number) => void>()
  const result = makeWay({ dataFolder, signal: new AbortController().signal, onWaiting }, work1)
  await expect.poll(() => runs.length).toBe(1)
  const { unmark, lease } = await recording(dataFolder)
  await expect.poll(() => onWaiting.mock.calls, { timeout: 5_000 }).toEqual([[process.pid]])
  await unmark()
  await expect.poll(() => runs.length, { timeout: 5_000 }).toBe(2)
  runs[1]?.resolve('done')
  expect(await result).toBe('done')
  await lease.release()
})

it('a recorder that is gone is not waited for, and waiting can be canceled', async () => {
  const dataFolder = await temporaryFolder()
  const { lease, folder } = await recording(dataFolder)
  const { runs, do: work1 } = work()
  const onWaiting = vi.fn<(pid: number) => void>()
  const canceling = new AbortController()
  const canceled = makeWay({ dataFolder, signal: canceling.signal, onWaiting }, work1)
  await expect.poll(() => onWaiting.mock.calls.length).toBe(1)
  canceling.abort()
  await expect(canceled).rejects.toThrow('job.cancelled')
  expect(runs).toEqual([])

  await lease.release()
  expect(await readdir(folder)).toEqual(['live-text'])
  const result = makeWay({ dataFolder, signal: new AbortController().signal, onWaiting }, work1)
  await expect.poll(() => runs.length).toBe(1)
  runs[0]?.resolve('done')
  expect(await result).toBe('done')
})

it('a failure of the work is that of the whole', async () => {
  const dataFolder = await temporaryFolder()
  const options = { dataFolder, signal: new AbortController().signal, onWaiting: () => undefined }
  await expect(makeWay(options, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
})
