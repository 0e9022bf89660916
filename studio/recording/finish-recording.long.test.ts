import { existsSync } from 'node:fs'
import { copyFile, cp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RecordingCodec } from '#contracts/recording-codec'
import { alignSources } from '#core/recording/align-sources'
import { openLibrary } from '../library/open.ts'
import type { Library } from '../library/library.ts'
import { sha256OfFile } from '../files/sha256-of-file.ts'
import { deleteRecording } from '../deletion/delete-recording.ts'
import { deleteLeftFiles } from '../deletion/finish-deletions.ts'
import { checkJoined } from './check-joined.ts'
import { closeParts } from './close-parts.ts'
import { finishRecording } from './finish-recording.ts'
import { joinParts } from './join-parts.ts'
import { journalPath } from './recording-folder.ts'
import { readJournalState } from './journal-file.ts'
import { recoverRecordings } from './recover-recordings.ts'
import { RecordingWriter } from './recording-writer.ts'
import { decodedTracks, pitchOf } from './testing/decoded-tracks.ts'
import { dataFolderForTest, folderOf, START_MS, startEntry, toneAt, toneBlocks } from './testing/running.ts'

const { signal } = new AbortController()
const line = {
  id: 'live-0',
  source: 1,
  startMs: 100,
  endMs: 700,
  language: 'en',
  words: [{ before: '', text: 'God.', startMs: 120, endMs: 600, confidence: 0.4 }],
}

/** A stopped recording of 3 s, by default in three parts per source. */
async function recorded({ isStopped = true, partFrames = 50_000 } = {}) {
  const dataFolder = await dataFolderForTest()
  const start = startEntry()
  const folder = folderOf(dataFolder, start.id)
  const writer = await RecordingWriter.start({
    folder,
    start,
    consent: { given: true, atMs: START_MS },
    partFrames,
    onError: (error) => {
      throw error
    },
  })
  for (const block of toneBlocks(0, 60)) writer.append(block)
  await writer.note({
    kind: 'moment',
    moment: { id: 'm1', kind: 'action', atMs: 900, value: { text: 'Order tables', who: 'Ruth' } },
  })
  await writer.note({ kind: 'live-line', line })
  await writer.note({ kind: 'live-change', change: { kind: 'line', lineId: 'live-0', text: 'Good.' } })
  if (isStopped) await writer.stop(START_MS + 3_000, 'asked')
  else await writer.settle()
  const state = await readJournalState(folder)
  if (state === null) throw new Error('no journal')
  return { dataFolder, folder, state, writer, id: start.id }
}

async function inLibrary<Result>(
  dataFolder: string,
  work: (library: Library) => Promise<Result>,
): Promise<Result> {
  const library = await openLibrary(dataFolder)
  try {
    return await work(library)
  } finally {
    await library.close()
  }
}

describe('a stopped recording', () => {
  it.each<RecordingCodec>(['flac', 'pcm'])(
    'becomes one file in %s with every sample, a track a source',
    async (codec) => {
      const { dataFolder, folder, state, id } = await recorded()
      await inLibrary(dataFolder, async (library) => {
        const added = await finishRecording(folder, state, { library, dataFolder, codec, signal })
        expect(added).toMatchObject({ title: 'Garden committee', durationMs: 3_000 })
        const recording = added ?? expect.fail('nothing was added')
        expect(await library.liveText(recording.id)).toEqual({
          lines: [line],
          changes: [{ kind: 'line', lineId: 'live-0', text: 'Good.' }],
          takenBy: null,
          lost: { corrections: [], names: [] },
        })
        expect(recording.path.startsWith(path.join(dataFolder, 'media'))).toBe(true)
        expect(recording.mtimeMs).toBe(START_MS + 3_000)
        expect(recording.sha256).toBe(await sha256OfFile(recording.path))
        for (const [source, samples] of (await decodedTracks(recording.path, 2)).entries()) {
          expect(samples.length).toBe(60 * 2_400)
          expect(samples.findIndex((sample, frame) => sample !== toneAt(source, frame))).toBe(-1)
        }
        expect(existsSync(folder)).toBe(false)
        expect(await library.recordedFacts(recording.id)).toMatchObject({
          startedAtMs: START_MS,
          endedAtMs: START_MS + 3_000,
          type: 'meeting',
          people: 3,
          consent: { given: true, atMs: START_MS },
          sources: [{ name: 'Me' }, { name: 'Others', role: 'system' }],
        })
        expect(await library.moments(recording.id)).toEqual([
          { id: 'm1', kind: 'action', atMs: 900, value: { text: 'Order tables', who: 'Ruth' } },
        ])
        expect(await library.recoveredRecordings()).toEqual([])
        expect(await library.recordingLines()).toMatchObject([
          { title: 'Garden committee', durationMs: 3_000 },
        ])
        expect(await library.recordingOfRunning(id)).toBe(recording.id)
        const studio = { library, dataFolder, cacheFolder: path.join(dataFolder, 'cache') }
        await deleteRecording(studio, recording.id)
        expect(existsSync(recording.path)).toBe(false)
      })
    },
  )

  it('in Opus keeps its length and its times', async () => {
    const { dataFolder, folder, state } = await recorded()
    await inLibrary(dataFolder, async (library) => {
      const added = await finishRecording(folder, state, { library, dataFolder, codec: 'opus', signal })
      const tracks = await decodedTracks(added?.path ?? '', 2)
      expect(tracks.map(({ length }) => Math.abs(length - 60 * 2_400) <= 960)).toEqual([true, true])
      expect(tracks.map((track) => Math.round(pitchOf(track) / 44))).toEqual([10, 20])
    })
  })

  it('keeps its parts if its file does not hold them', async () => {
    const { folder, state } = await recorded()
    const options = { signal, onProgress: () => undefined }
    const { frames } = await closeParts(folder, state)
    const alignment = alignSources(state.clock, frames)
    for (const codec of ['flac', 'opus'] as const) {
      await joinParts(folder, state, alignment, { codec, ...options })
      const part = path.join(folder, '2-003.wav')
      const whole = await readFile(part)
      const changed = Buffer.from(whole)
      // One sample suffices for a lossless codec; with Opus the length must match.
      if (codec === 'flac') changed.writeInt16LE(whole.readInt16LE(5_000) ^ 1, 5_000)
      await writeFile(part, codec === 'flac' ? changed : whole.subarray(0, -4_000))
      await expect(checkJoined(folder, state, alignment, { codec, ...options })).rejects.toMatchObject({
        code: 'recorder.not-equal',
      })
      await writeFile(part, whole)
    }
    expect((await readdir(folder)).filter((name) => name.endsWith('.wav'))).toHaveLength(6)
  })
})

describe('recovery', () => {
  it('makes a recording of what an interrupted one left, once, and leaves a running one alone', async () => {
    const { dataFolder, folder, writer } = await recorded({ isStopped: false })
    await inLibrary(dataFolder, async (library) => {
      const options = { library, dataFolder, codec: async () => 'flac' as const, signal }
      expect(await recoverRecordings(options)).toEqual([])
      await writer.stop(START_MS + 3_000, 'asked')
      // As left by a kill: a journal without its end, a truncated line, an odd number of bytes.
      const journal = await readFile(journalPath(folder), 'utf8')
      const cut = journal.slice(0, journal.indexOf('{"kind":"stop"'))
      await writeFile(journalPath(folder), `${cut}{"kind":"syn`)
      await truncate(path.join(folder, '2-003.wav'), 44 + 8_001)
      const [one, ...others] = await Promise.all([recoverRecordings(options), recoverRecordings(options)])
      const recoveries = [...one, ...others.flat()]
      expect(recoveries).toMatchObject([{ title: 'Garden committee', wasInterrupted: true, error: null }])
      const id = recoveries[0]?.recording?.id ?? ''
      const tracks = await decodedTracks((await library.recording(id)).path, 2)
      expect(tracks.map(({ length }) => length)).toEqual([144_000, 144_000])
      // Missing sound of the second source becomes silence.
      expect(tracks[1]?.[104_001]).toBe(0)
      expect(await library.recoveredRecordings()).toMatchObject([{ recordingId: id, durationMs: 3_000 }])
      await library.keepRecovered(id)
      expect(await library.recoveredRecordings()).toEqual([])
      expect(await recoverRecordings(options)).toEqual([])
      expect(existsSync(folder)).toBe(false)
    })
  })

  it('does not bring back one that was deleted before its parts were', async () => {
    const { dataFolder, folder, state } = await recorded()
    await inLibrary(dataFolder, async (library) => {
      await cp(folder, `${folder}-kept`, { recursive: true })
      const added = await finishRecording(folder, state, { library, dataFolder, codec: 'flac', signal })
      await rename(`${folder}-kept`, folder)
      await library.deleteRecording(added?.id ?? '')
      await deleteLeftFiles({ library, dataFolder })
      expect(existsSync(folder)).toBe(false)
      const options = { library, dataFolder, codec: async () => 'flac' as const, signal }
      expect(await recoverRecordings(options)).toEqual([])
      expect(await library.recordings()).toEqual([])
    })
  })

  it('goes on with a file that was not made yet, and forgets a recording without any sound', async () => {
    const { dataFolder, folder } = await recorded()
    const empty = startEntry({ id: '20261127T140211-000000', title: 'Empty' })
    const writer = await RecordingWriter.start({
      folder: folderOf(dataFolder, empty.id),
      start: empty,
      consent: null,
      onError: () => undefined,
    })
    await writer.stop(START_MS, 'closed')
    await inLibrary(dataFolder, async (library) => {
      const options = { library, dataFolder, codec: async () => 'flac' as const, signal }
      expect(await recoverRecordings(options)).toMatchObject([
        { title: 'Garden committee', wasInterrupted: false, recording: { durationMs: 3_000 } },
      ])
      expect(await library.recoveredRecordings()).toEqual([])
    })
    expect([existsSync(folder), existsSync(writer.folder)]).toEqual([false, false])
  })

  it('keeps files that a damaged journal does not name, each where it was, and offers them', async () => {
    const { dataFolder, folder, writer } = await recorded({ isStopped: false })
    await writer.stop(START_MS + 3_000, 'asked')
    const lines = (await readFile(journalPath(folder), 'utf8')).split('\n')
    // As left by a damaged sector, which also destroyed one of the files.
    const damaged = lines.map((one) => (/1-00[12]|2-003|"stop"/u.test(one) ? '\0'.repeat(one.length) : one))
    await writeFile(journalPath(folder), damaged.join('\n'))
    await rm(path.join(folder, '2-001.wav'))
    await copyFile(path.join(folder, '1-003.wav'), path.join(folder, '3-001.wav'))
    await inLibrary(dataFolder, async (library) => {
      const options = { library, dataFolder, codec: async () => 'flac' as const, signal }
      const [recovery] = await recoverRecordings(options)
      expect(recovery).toMatchObject({ title: 'Garden committee', wasInterrupted: true, error: null })
      const id = recovery?.recording?.id ?? ''
      const tracks = await decodedTracks((await library.recording(id)).path, 3)
      expect(tracks.map(({ length }) => length)).toEqual([144_000, 144_000, 144_000])
      for (const [source, samples] of tracks.slice(0, 2).entries()) {
        const from = source === 0 ? 0 : 50_000
        expect(samples.subarray(0, from).every((sample) => sample === 0)).toBe(true)
        expect(samples.findIndex((sample, frame) => frame >= from && sample !== toneAt(source, frame))).toBe(
          -1,
        )
      }
      expect(tracks[2]?.[1]).toBe(toneAt(0, 100_001))
      expect(await library.recoveredRecordings()).toMatchObject([{ recordingId: id }])
    })
  })

  it('keeps the sound of a recording whose journal is gone', async () => {
    const { dataFolder, folder, writer } = await recorded({ partFrames: 3_600 * 48_000 })
    await writeFile(journalPath(folder), '\0'.repeat(2_000))
    await inLibrary(dataFolder, async (library) => {
      const options = { library, dataFolder, codec: async () => 'pcm' as const, signal }
      expect(await recoverRecordings(options)).toMatchObject([
        { recording: { durationMs: 3_000 }, error: null },
      ])
      expect(await library.recoveredRecordings()).toHaveLength(1)
    })
    expect(existsSync(writer.folder)).toBe(false)
  })
})
