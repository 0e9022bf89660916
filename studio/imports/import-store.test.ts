import { createHash } from 'node:crypto'
import { copyFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Fault } from '#contracts/errors'
import { mayMount } from '../../cli/testing/mounts.ts'
import { smallDisk } from '../../cli/testing/small-disk.ts'
import { oneVoiceEn, twoVoicesEn } from '../../cli/testing/speech.ts'
import { openedLibrary, temporaryFolder } from '../library/testing/fixtures.ts'
import { importRecording } from '../originals/import-recording.ts'
import { freeBytes } from '../files/free-space.ts'
import { writeTaggedSound } from '../sound/testing/tagged-sound.ts'
import { ImportStore } from './import-store.ts'

const signal = new AbortController().signal

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Fault ? error.code : String(error)),
  )

async function opened(folder = temporaryFolder()) {
  const library = await openedLibrary(folder)
  const store = new ImportStore({ library, dataFolder: folder })
  onTestFinished(() => store.close())
  return { library, dataFolder: folder, store }
}

const about = (bytes: number, changes = {}) => ({
  fileName: 'A talk.opus',
  bytes,
  modifiedAtMs: 1_700_000_000_123,
  recordingId: null,
  ...changes,
})

/** Chunks as a socket delivers them. */
async function* pieces(bytes: Uint8Array, size = 10_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
}

async function* brokenAfter(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield* pieces(bytes)
  throw new Error('the page went')
}

describe('a file in parts', () => {
  it('becomes a recording of the library, with its own name and time', async () => {
    const { store, library, dataFolder } = await opened()
    const bytes = await readFile(twoVoicesEn)
    const { importId, received } = await store.begin(about(bytes.length))
    expect(received).toBe(0)
    const half = Math.floor(bytes.length / 2)
    expect(await store.put(importId, 0, pieces(bytes.subarray(0, half)))).toEqual({
      received: half,
      taken: true,
    })
    await store.put(importId, half, pieces(bytes.subarray(half)))
    const { recordingId } = await store.finish(importId, signal)
    const recording = await library.recording(recordingId)
    expect(recording).toMatchObject({
      title: 'A talk',
      fileName: 'A talk.opus',
      bytes: bytes.length,
      mtimeMs: 1_700_000_000_123,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    expect(recording.path.startsWith(path.join(dataFolder, 'media'))).toBe(true)
    expect(await readFile(recording.path)).toEqual(bytes)
    expect(await readdir(path.join(dataFolder, 'media', 'incoming'))).toEqual([])
    // As if it had been added by its path: the next lookup needs no hash.
    const known = await library.findRecordingByFile(
      recording.path,
      bytes.length,
      Math.round((await stat(recording.path)).mtimeMs),
    )
    expect(known?.id).toBe(recordingId)
  })

  it('has the title, the people and the day that its tags give', async () => {
    const { library, dataFolder, store } = await opened()
    const file = path.join(dataFolder, '14.mp3')
    await writeTaggedSound(file, { title: '14: glue', artist: 'Nora; Idris', date: '2024-03-05' })
    const bytes = await readFile(file)
    const { importId } = await store.begin(about(bytes.length, { fileName: '14.mp3' }))
    await store.put(importId, 0, pieces(bytes))
    const { recordingId } = await store.finish(importId, signal)
    expect(await library.recording(recordingId)).toMatchObject({ title: '14: glue', fileName: '14.mp3' })
    expect(await library.recordingSource(recordingId)).toMatchObject({
      people: ['Nora', 'Idris'],
      publishedAtMs: new Date(2024, 2, 5, 12).getTime(),
    })
  })

  it('goes on where it broke off, also in another run of the program', async () => {
    const folder = temporaryFolder()
    const first = await opened(folder)
    const bytes = await readFile(twoVoicesEn)
    const { importId } = await first.store.begin(about(bytes.length))
    await expect(first.store.put(importId, 0, brokenAfter(bytes.subarray(0, 20_000)))).rejects.toThrow(
      'the page went',
    )
    await first.store.close()
    await first.library.close()

    const second = await opened(folder)
    expect(await second.store.begin(about(bytes.length))).toEqual({ importId, received: 20_000 })
    expect(await codeOf(second.store.finish(importId, signal))).toBe('import.incomplete')
    // A part sent twice or out of order is not accepted.
    expect(await second.store.put(importId, 0, pieces(bytes))).toEqual({ received: 20_000, taken: false })
    expect(await second.store.put(importId, 30_000, pieces(bytes))).toEqual({
      received: 20_000,
      taken: false,
    })
    await second.store.put(importId, 20_000, pieces(bytes.subarray(20_000)))
    const { recordingId } = await second.store.finish(importId, signal)
    const { sha256 } = await second.library.recording(recordingId)
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('that two pages send at once is taken from one of them', async () => {
    const { store } = await opened()
    const bytes = await readFile(twoVoicesEn)
    const { importId } = await store.begin(about(bytes.length))
    const outcomes = await Promise.all([
      store.put(importId, 0, pieces(bytes)),
      store.put(importId, 0, pieces(bytes)),
    ])
    // Whichever of them opened the file first.
    expect(outcomes.filter(({ taken }) => taken)).toHaveLength(1)
    expect(await codeOf(store.finish(importId, signal))).toBe('done')
  })

  it('never grows beyond what was said', async () => {
    const { store } = await opened()
    const { importId } = await store.begin(about(100))
    expect(await codeOf(store.put(importId, 0, pieces(Buffer.alloc(101))))).toBe('call.bad-input')
  })

  it('is one recording, however often and by whatever way it comes', async () => {
    const { store, library, dataFolder } = await opened()
    const { id } = await importRecording(library, twoVoicesEn, signal)
    const bytes = await readFile(twoVoicesEn)
    const { importId } = await store.begin(about(bytes.length))
    await store.put(importId, 0, pieces(bytes))
    expect(await store.finish(importId, signal)).toEqual({ recordingId: id, transcript: null })
    expect(await library.recordings()).toHaveLength(1)
    expect((await library.recording(id)).path).toBe(twoVoicesEn)
    expect(await readdir(path.join(dataFolder, 'media'))).toEqual(['incoming'])
  })

  it('that is no recording is reported by its own name, and not kept', async () => {
    const { store, dataFolder } = await opened()
    const bytes = Buffer.from('no sound in this')
    const { importId } = await store.begin(about(bytes.length, { fileName: 'letter.txt' }))
    await store.put(importId, 0, pieces(bytes))
    const fault: unknown = await store.finish(importId, signal).catch((error: unknown) => error)
    expect(fault).toMatchObject({ values: { file: 'letter.txt' } })
    expect(await readdir(path.join(dataFolder, 'media', 'incoming'))).toEqual([])
    const empty = await store.begin(about(0))
    expect(await codeOf(store.finish(empty.importId, signal))).toBe('media.empty-file')
  })

  it('of an unknown import, or of a name that is a path, is refused', async () => {
    const { store } = await opened()
    for (const id of ['0'.repeat(32), '../../library.db', '', 'x']) {
      expect(await codeOf(store.put(id, 0, pieces(Buffer.alloc(1))))).toBe('import.unknown')
      expect(await codeOf(store.finish(id, signal))).toBe('import.unknown')
    }
    expect(await codeOf(store.discard('../..'))).toBe('import.unknown')
  })
})

describe('an original that is given again', () => {
  it('takes the place of the missing one, under whatever name', async () => {
    const { store, library, dataFolder } = await opened()
    const file = path.join(dataFolder, 'talk.opus')
    await copyFile(twoVoicesEn, file)
    const { id: recordingId } = await importRecording(library, file, signal)
    await rm(file)
    const bytes = await readFile(twoVoicesEn)
    const { importId } = await store.begin(about(bytes.length, { recordingId, fileName: 'other name.opus' }))
    await store.put(importId, 0, pieces(bytes))
    expect(await store.finish(importId, signal)).toEqual({ recordingId, transcript: null })
    const recording = await library.recording(recordingId)
    expect(recording.title).toBe('talk')
    expect(await readFile(recording.path)).toEqual(bytes)
  })

  it('is refused where its content is another', async () => {
    const { store, library } = await opened()
    const { id: recordingId } = await importRecording(library, twoVoicesEn, signal)
    const bytes = await readFile(oneVoiceEn)
    const { importId } = await store.begin(about(bytes.length, { recordingId }))
    await store.put(importId, 0, pieces(bytes))
    expect(await codeOf(store.finish(importId, signal))).toBe('import.other-file')
    expect(await library.recordings()).toHaveLength(1)
    expect(await codeOf(store.begin(about(1, { recordingId: 'none' })))).toBe('recording.unknown')
  })
})

describe('imports that nobody went on with', () => {
  it('are taken away after two weeks, others stay', async () => {
    const { store, dataFolder } = await opened()
    await store.begin(about(1_000))
    await store.dropOld(Date.now() + 13 * 24 * 3_600_000)
    expect(await readdir(path.join(dataFolder, 'media', 'incoming'))).toHaveLength(1)
    await store.dropOld(Date.now() + 15 * 24 * 3_600_000)
    expect(await readdir(path.join(dataFolder, 'media', 'incoming'))).toEqual([])
  })
})

const canMount = await mayMount()
const leftOut = canMount ? '' : ' (left out: this system lets no test mount a disk)'

describe('a full disk', () => {
  it.runIf(canMount)(
    `refuses what cannot fit, keeps what has arrived, and goes on when there is room${leftOut}`,
    async () => {
      const folder = path.join(temporaryFolder(), 'disk')
      const disk = await smallDisk(folder, '80m')
      const { store } = await opened(folder)
      expect(await codeOf(store.begin(about(500_000_000)))).toBe('disk.full')
      const bytes = Buffer.alloc(12_000_000, 7)
      const { importId } = await store.begin(about(bytes.length))
      // Another program fills the disk meanwhile.
      await writeFile(path.join(folder, 'others'), Buffer.alloc(77_000_000))
      expect(await codeOf(store.put(importId, 0, pieces(bytes)))).toBe('disk.full')
      await disk.resize('200m')
      const { received } = await store.begin(about(bytes.length))
      expect(received).toBeGreaterThan(1_000_000)
      expect(await store.put(importId, received, pieces(bytes.subarray(received)))).toEqual({
        received: bytes.length,
        taken: true,
      })
      const kept = await readFile(path.join(folder, 'media', 'incoming', importId, 'file.part'))
      expect(kept.equals(bytes)).toBe(true)
      await store.close()
    },
  )
})

describe('several uploads at once', () => {
  it('fit on the disk together: the one that does not is refused before anything is sent', async () => {
    let now = 0
    const folder = temporaryFolder()
    const library = await openedLibrary(folder)
    const store = new ImportStore({ library, dataFolder: folder, now: () => now })
    onTestFinished(() => store.close())
    const most = Math.floor((await freeBytes(folder)) * 0.6)
    const begin = (name: string) => store.begin(about(most, { fileName: name }))
    const names = ['a', 'b', 'c', 'd', 'e']
    const begun = await Promise.all(names.map((name) => codeOf(begin(name))))
    expect(begun.toSorted()).toEqual(['disk.full', 'disk.full', 'disk.full', 'disk.full', 'done'])
    const [first = ''] = names.filter((_, at) => begun[at] === 'done')
    // The same upload again, as after a page reload.
    const { importId } = await begin(first)
    expect(await codeOf(begin('f'))).toBe('disk.full')
    await store.discard(importId)
    expect(await codeOf(begin('f'))).toBe('done')
    // Its page is gone: space is not reserved forever.
    now += 11 * 60_000
    expect(await codeOf(begin('g'))).toBe('done')
  })
})
