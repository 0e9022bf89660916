import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { Fault } from '#contracts/errors'
import type { JobState, Library } from '../library/library.ts'
import { otherDrive } from '../drives/testing/hung-drive.ts'
import { newRecording, openedLibrary, temporaryFolder } from '../library/testing/fixtures.ts'
import type { JobKind, RunningJob } from './job-kind.ts'
import { JobRunner } from './job-runner.ts'
import { settingsHash } from './settings-hash.ts'

/**
 * A kind whose runs are ended by the test, and that stores its work in the library's chunks without sound.
 */
function heldKind(name: string, atOnce: number) {
  const runs = new Map<string, { readonly running: RunningJob; readonly end: (error?: unknown) => void }>()
  const started: string[] = []
  const rest = vi.fn(() => Promise.resolve())
  const kind: JobKind<null> = {
    name,
    waitsFor: [],
    atOnce: () => Promise.resolve(atOnce),
    keyOf: (settings) => Promise.resolve(settingsHash({ ...settings })),
    wholeFraction: (_settings, _step, fraction) => fraction,
    run: (running) =>
      new Promise((resolve, reject) => {
        started.push(running.job.id)
        const end = (error?: unknown): void => {
          runs.delete(running.job.id)
          if (error === undefined) resolve({ result: null, failure: null })
          else reject(error)
        }
        runs.set(running.job.id, { running, end })
        running.signal.addEventListener('abort', () => end(running.signal.reason))
      }),
    rest,
  }
  return { kind, runs, started, rest }
}

async function withKinds(...kinds: readonly JobKind[]) {
  const library = await openedLibrary()
  const onError = vi.fn()
  const runner = new JobRunner(library, kinds, { onError })
  runner.start()
  return { library, runner, onError }
}

async function request(library: Library, kind: JobKind, file: string): Promise<string> {
  const settings = { file, parts: [{ at: 0 }] }
  const settingsKey = await kind.keyOf(settings)
  return (await library.requestJob({ recordingId: null, kind: kind.name, settings, settingsKey })).id
}

const stateOf = async (library: Library, id: string): Promise<JobState | undefined> =>
  (await library.job(id))?.state

describe('jobs of several kinds', () => {
  it('run beside each other, of each as many as it allows, in their order', async () => {
    const [load, count] = [heldKind('load', 2), heldKind('count', 1)]
    const { library, runner, onError } = await withKinds(load.kind, count.kind)
    const loads: string[] = []
    for (const file of ['a', 'b', 'c']) loads.push(await request(library, load.kind, file))
    const counts = [await request(library, count.kind, 'a'), await request(library, count.kind, 'b')]
    await vi.waitFor(() => {
      expect(load.started).toEqual(loads.slice(0, 2))
      expect(count.started).toEqual(counts.slice(0, 1))
    })
    load.runs.get(loads[1] ?? '')?.end()
    await vi.waitFor(() => expect(load.started).toEqual(loads))
    expect(await stateOf(library, loads[1] ?? '')).toBe('done')
    expect(count.started).toHaveLength(1)
    await runner.close()
    // Unfinished work is resumed the next time.
    expect(await Promise.all([...loads, ...counts].map((id) => stateOf(library, id)))).toEqual([
      'queued',
      'done',
      'queued',
      'queued',
      'queued',
    ])
    expect(onError).not.toHaveBeenCalled()
  })

  it('whose original is on a drive that does not answer hold no other up, and go on once it answers', async () => {
    const nas = temporaryFolder()
    const drive = otherDrive(nas)
    const load = heldKind('load', 2)
    const { library, runner, onError } = await withKinds(load.kind)
    const file = path.join(nas, 'talk.mp3')
    await writeFile(file, 'sound')
    drive.hang()
    const waiting: string[] = []
    for (const [place, code] of (['media.moved', 'drive.silent'] as const).entries()) {
      const { id } = await library.addRecording(newRecording(`talk ${place}`, { path: file }))
      const settingsKey = await load.kind.keyOf({})
      const job = await library.requestJob({ recordingId: id, kind: 'load', settings: {}, settingsKey })
      await library.setJobState(job.id, 'failed', { code, message: 'm', remedy: 'r' })
      waiting.push(job.id)
    }
    await vi.waitFor(() => expect(drive.asked).not.toEqual([]), { timeout: 20_000 })
    const other = await request(library, load.kind, 'a')
    await vi.waitFor(() => expect(load.started).toEqual([other]))
    expect(await Promise.all(waiting.map((id) => stateOf(library, id)))).toEqual(['failed', 'failed'])
    load.runs.get(other)?.end()
    drive.recover()
    await vi.waitFor(() => expect(new Set(load.started)).toEqual(new Set([other, ...waiting])), {
      timeout: 20_000,
    })
    await runner.close()
    expect(onError).not.toHaveBeenCalled()
  })

  it('are paused, resumed, cancelled and tried again without their kind doing anything for it', async () => {
    const load = heldKind('load', 1)
    const { library, runner } = await withKinds(load.kind)
    const id = await request(library, load.kind, 'a')
    await vi.waitFor(() => expect(load.runs.has(id)).toBe(true))
    await runner.pause(id)
    await vi.waitFor(() => expect(load.runs.has(id)).toBe(false))
    expect(await stateOf(library, id)).toBe('paused')
    await runner.resume(id)
    await vi.waitFor(() => expect(load.started).toEqual([id, id]))
    load.runs.get(id)?.end(new Fault('disk.failed', { folder: 'x' }))
    await vi.waitFor(async () => expect(await stateOf(library, id)).toBe('failed'))
    expect((await library.job(id))?.error?.code).toBe('disk.failed')
    await runner.retry(id)
    await vi.waitFor(() => expect(load.started).toEqual([id, id, id]))
    await runner.cancel(id)
    await vi.waitFor(async () => expect(await stateOf(library, id)).toBe('cancelled'))
    await runner.close()
  })

  it('tell how far they are', async () => {
    const load = heldKind('load', 1)
    const { library, runner } = await withKinds(load.kind)
    const id = await request(library, load.kind, 'a')
    await vi.waitFor(() => expect(load.runs.has(id)).toBe(true))
    load.runs.get(id)?.running.report('fetch', 0.25)
    await vi.waitFor(async () => {
      const job = await library.job(id)
      expect(job?.progress).toEqual({ step: 'fetch', fraction: 0.25 })
      expect(job && runner.wholeFraction(job)).toBe(0.25)
    })
    await runner.close()
  })

  it('of a kind that this program does not know are left alone', async () => {
    const load = heldKind('load', 1)
    const { library, runner, onError } = await withKinds(load.kind)
    const job = await library.requestJob({ recordingId: null, kind: 'dance', settings: {}, settingsKey: 'k' })
    const id = await request(library, load.kind, 'a')
    await vi.waitFor(() => expect(load.runs.has(id)).toBe(true))
    expect(await stateOf(library, job.id)).toBe('queued')
    await runner.close()
    expect(onError).not.toHaveBeenCalled()
  })

  it('whose settings have another key now are asked for anew', async () => {
    const load = heldKind('load', 1)
    const { library, runner } = await withKinds(load.kind)
    const old = { recordingId: null, kind: 'load', settings: { file: 'a' }, settingsKey: 'of before' }
    const { id } = await library.requestJob(old)
    await vi.waitFor(() => expect(load.started).toHaveLength(1))
    expect(load.started[0]).not.toBe(id)
    expect(await stateOf(library, id)).toBe('cancelled')
    await runner.close()
    expect(load.rest).toHaveBeenCalled()
  })
})
