import { cp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { SoundToPage } from '#contracts/sound-wire'
import { blockToBytes } from '#core/recording/block-bytes'
import { holdingProcess } from '../library/lock/testing/holding-process.ts'
import { openLibrary } from '../library/open.ts'
import { type OpenedService, openedService, temporaryFolder } from '../testing/opened-service.ts'
import { InterruptedRecordings } from './interrupted-recordings.ts'
import type { Recorder } from './recorder.ts'
import { recoverRecordings } from './recover-recordings.ts'
import { journalPath } from './recording-folder.ts'
import { RecordingWriter } from './recording-writer.ts'
import { decodedTracks } from './testing/decoded-tracks.ts'
import { folderOf, START_MS, startEntry, toneAt, toneBlocks } from './testing/running.ts'

const SYNCED_BLOCKS = 40
const WRITTEN_BLOCKS = 55

/**
 * A library in which a writer was killed: 40 blocks per source are known to be on disk, 55 are in the files.
 */
async function killedWriter({ fromPage = true, partFrames = 48_000 * 3_600 } = {}) {
  const dataFolder = path.join(await temporaryFolder(), 'the library')
  const start = startEntry({ fromPage })
  const live = folderOf(await temporaryFolder(), start.id)
  const writer = await RecordingWriter.start({
    folder: live,
    start,
    consent: null,
    partFrames,
    syncEveryMs: 3_600_000,
    onError: (error) => expect.unreachable(String(error)),
  })
  for (const block of toneBlocks(0, SYNCED_BLOCKS)) writer.append(block)
  await writer.settle()
  for (const block of toneBlocks(SYNCED_BLOCKS, WRITTEN_BLOCKS)) writer.append(block)
  await writer.setDevice(0, 'another microphone')
  const folder = folderOf(dataFolder, start.id)
  await cp(live, folder, { recursive: true })
  for (const name of await readdir(folder)) if (name.startsWith('lease-')) await rm(path.join(folder, name))
  await writer.stop(START_MS, 'asked')
  return { dataFolder, folder, runningId: start.id }
}

function pageOf({ service }: OpenedService, runningId: string, keptFrom: number) {
  const reported: SoundToPage[] = []
  const channel = service.openSoundChannel((message) => reported.push(message))
  const kept = [0, 1].map((source) => ({ source, sequence: keptFrom }))
  channel.receive({ kind: 'attach', runningId, language: 'en', kept })
  return {
    reported,
    send: (from: number, to: number) => {
      for (const block of toneBlocks(from, to)) channel.receiveBytes(blockToBytes(block))
    },
    isAttached: () => expect.poll(() => reported[0]?.kind).toBe('attached'),
  }
}

async function soundOf(opened: OpenedService, runningId: string): Promise<readonly Int16Array[]> {
  const { recordingId } = await opened.page().call('recorder.result', { runningId })
  const { path: file } = await opened.service.studio.library.recording(recordingId ?? '')
  return (await decodedTracks(file, 2)).map((track) => Int16Array.from(track))
}

const isTone = (samples: Int16Array, source: number): boolean =>
  samples.every((sample, frame) => sample === toneAt(source, frame))

describe('a recording whose writer was killed', () => {
  it.each([48_000 * 3_600, 100_000])(
    'goes on in the same journal, without a seam, when its page comes back (parts of %i frames)',
    async (partFrames) => {
      const { dataFolder, runningId } = await killedWriter({ partFrames })
      const opened = await openedService(dataFolder)
      const page = opened.page()
      expect(await page.call('recorder.running', {})).toMatchObject([
        { runningId, elsewhere: false, isAttended: false, sources: [{ device: 'another microphone' }, {}] },
      ])
      const recording = pageOf(opened, runningId, SYNCED_BLOCKS)
      await recording.isAttached()
      expect(recording.reported[0]).toMatchObject({
        sources: [0, 1].map((source) => ({ source, sequence: SYNCED_BLOCKS, frames: SYNCED_BLOCKS * 2_400 })),
      })
      recording.send(SYNCED_BLOCKS, 90)
      await page.call('recorder.stop', { runningId, atMs: START_MS + 90 * 50 })
      const tracks = await soundOf(opened, runningId)
      expect(tracks.map(({ length }) => length)).toEqual([216_000, 216_000])
      expect(tracks.map(isTone)).toEqual([true, true])
      expect(await page.call('recorder.recovered', {})).toEqual([])
      expect(opened.troubles).toEqual([])
    },
  )

  it('keeps what was written where the page has it no more', async () => {
    const { dataFolder, runningId } = await killedWriter()
    const opened = await openedService(dataFolder)
    const recording = pageOf(opened, runningId, 70)
    await recording.isAttached()
    recording.send(70, 90)
    await opened.page().call('recorder.stop', { runningId, atMs: START_MS + 90 * 50 })
    const [track = new Int16Array()] = await soundOf(opened, runningId)
    expect(isTone(track.subarray(0, WRITTEN_BLOCKS * 2_400), 0)).toBe(true)
    expect(track.length).toBe(90 * 2_400)
  })

  it('is recovered when no page came for it, and the page is then told that it is gone', async () => {
    const { dataFolder, runningId } = await killedWriter()
    const opened = await openedService(dataFolder, undefined, { waitForPageMs: 50 })
    const page = opened.page()
    await expect.poll(() => page.call('recorder.recovered', {}), { timeout: 20_000 }).toHaveLength(1)
    expect(await page.call('recorder.recovered', {})).toMatchObject([
      { durationMs: WRITTEN_BLOCKS * 50, title: 'Garden committee' },
    ])
    const late = pageOf(opened, runningId, SYNCED_BLOCKS)
    await expect
      .poll(() => late.reported)
      .toMatchObject([
        { kind: 'safe', sources: [0, 1].map((source) => ({ source, sequence: SYNCED_BLOCKS })) },
        { kind: 'refused', error: { code: 'recorder.unknown' } },
      ])
  })

  it('waits for its page again when the program is closed and opened meanwhile', async () => {
    const { dataFolder, runningId } = await killedWriter()
    await (await openedService(dataFolder)).close()
    const opened = await openedService(dataFolder)
    const recording = pageOf(opened, runningId, SYNCED_BLOCKS)
    await recording.isAttached()
    recording.send(SYNCED_BLOCKS, 60)
    await opened.page().call('recorder.stop', { runningId, atMs: START_MS + 60 * 50 })
    expect((await soundOf(opened, runningId)).map(isTone)).toEqual([true, true])
  })

  it('stays with its page that comes after two minutes, while others are being recovered', async () => {
    const { dataFolder } = await killedWriter()
    const library = await openLibrary(dataFolder)
    const codec = Promise.withResolvers<'flac'>()
    const running = { isWaiting: true }
    const left: unknown[] = []
    const recorder = { all: [], takeOver: async () => running, leave: async () => left.push(running) }
    const interrupted = new InterruptedRecordings({
      recorder: recorder as unknown as Recorder,
      library,
      dataFolder,
      codec: () => codec.promise,
      signal: new AbortController().signal,
      waitMs: 10,
      onRecovered: () => undefined,
      onError: (error) => expect.unreachable(String(error)),
    })
    await interrupted.start()
    await sleep(100)
    running.isWaiting = false
    codec.resolve('flac')
    await interrupted.close()
    await library.close()
    expect(left).toEqual([])
  })

  it('is recovered at once where no page gave its sound', async () => {
    const { dataFolder } = await killedWriter({ fromPage: false })
    const opened = await openedService(dataFolder)
    const page = opened.page()
    await expect.poll(() => page.call('recorder.recovered', {}), { timeout: 20_000 }).toHaveLength(1)
  })

  it('is left alone by commands for two minutes', async () => {
    const { dataFolder, folder } = await killedWriter()
    const opened = await openedService(path.join(await temporaryFolder(), 'another library'))
    const { library } = opened.service.studio
    const { signal } = new AbortController()
    const options = { library, dataFolder, codec: async () => 'flac' as const, signal }
    expect(await recoverRecordings(options)).toEqual([])
    const longAgo = new Date(Date.now() - 121_000)
    await utimes(journalPath(folder), longAgo, longAgo)
    expect(await recoverRecordings(options)).toMatchObject([{ wasInterrupted: true, error: null }])
  })

  it('is recovered once the other program that wrote it was killed, or its computer started again', async () => {
    const { dataFolder, folder } = await killedWriter({ fromPage: false })
    await (await openLibrary(dataFolder)).close()
    const program = await holdingProcess(dataFolder, 'share')
    await writeFile(path.join(folder, 'lease-1'), JSON.stringify({ id: program.id, pid: program.pid }))
    const opened = await openedService(dataFolder, undefined, { lookAgainMs: 50 })
    const { library } = opened.service.studio
    expect(await library.recordings()).toEqual([])
    await program.kill()
    await expect.poll(() => library.recordings(), { timeout: 20_000 }).toHaveLength(1)
    await opened.close()
  })
})
