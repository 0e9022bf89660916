import fc from 'fast-check'
import { rmSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { onTestFinished, describe, expect, it } from 'vitest'
import { openLibrary } from '../library/open.ts'
import { newRecording, openedLibrary, paragraph, run, temporaryFolder } from '../library/testing/fixtures.ts'
import { BackupWriter, readBackup } from './backup-file.ts'
import { addEntry, endEntries } from './backup-entries.ts'
import { backupLibrary, type BackupOptions } from './backup-library.ts'
import { restoreLibrary } from './restore-library.ts'

const { signal } = new AbortController()
const plain: BackupOptions = { passphrase: null, withOriginals: false, signal }

/** A library with a recording of its own, one outside it, prepared audio and a text, and its backup. */
async function backedUp(options: Partial<BackupOptions> = {}) {
  const library = await openedLibrary()
  const outside = path.join(temporaryFolder(), 'outside.mp3')
  await writeFile(outside, 'outside sound')
  const own = path.join(library.folder, 'media', 'abc', 'own.mka')
  for (const [file, text] of [
    [own, 'own sound '.repeat(120_000)],
    [path.join(library.folder, 'texts', 'a'.repeat(64)), 'given'],
    [path.join(library.folder, 'recordings', 'r1', 'journal'), 'begun'],
    [path.join(library.folder, 'cache', 'x', 'track-0.webm'), 'prepared'],
  ] as const) {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  const recording = await library.addRecording(newRecording('own', { path: own }))
  const other = await library.addRecording(newRecording('outside', { path: outside }))
  const job = { recordingId: recording.id, kind: 'transcribe', settings: {}, settingsKey: 'k' }
  const { id: jobId } = await library.requestJob(job)
  const { id } = await library.startTranscript({
    recordingId: recording.id,
    jobId,
    language: 'en',
    run,
    settingsKey: 'k',
  })
  await library.putParagraphs(id, [paragraph('p1', 'kept words')])
  const file = path.join(temporaryFolder(), 'all.parolo-backup')
  const parts = { library, dataFolder: library.folder, cacheFolder: path.join(library.folder, 'cache') }
  const made = await backupLibrary(parts, file, { ...plain, ...options })
  return { library, parts, file, made, recording, other, transcriptId: id, outside }
}

async function opened(folder: string) {
  const library = await openLibrary(folder)
  onTestFinished(() => library.close())
  return library
}

const restore = (file: string, folder: string, passphrase: string | null = null, replace = false) =>
  restoreLibrary(file, folder, { passphrase, replace, signal })

describe('a backup', () => {
  it.each([null, 'correct horse'])('makes the same library again (passphrase %s)', async (passphrase) => {
    const { file, made, recording, other, transcriptId, outside } = await backedUp({ passphrase })
    expect(made).toMatchObject({ recordings: 2, leftOut: 1 })
    expect((await readFile(file)).includes('own sound')).toBe(passphrase === null)
    const folder = path.join(temporaryFolder(), 'new place')
    expect(await restore(file, folder, passphrase)).toEqual({ recordings: 2, replacedAt: null })
    expect((await readdir(folder)).toSorted()).toEqual([
      'library.db',
      'library.lock',
      'media',
      'open',
      'recordings',
      'texts',
    ])
    const library = await opened(folder)
    expect((await library.transcript(transcriptId)).paragraphs).toEqual([paragraph('p1', 'kept words')])
    const { path: own } = await library.recording(recording.id)
    expect(own).toBe(path.join(folder, 'media', 'abc', 'own.mka'))
    expect(await readFile(own, 'utf8')).toBe('own sound '.repeat(120_000))
    expect((await library.recording(other.id)).path).toBe(outside)
    expect(await readFile(path.join(folder, 'recordings', 'r1', 'journal'), 'utf8')).toBe('begun')
  })

  it('takes originals along, which the library then keeps', async () => {
    const { file, made, other, outside } = await backedUp({ withOriginals: true })
    expect(made.leftOut).toBe(0)
    await rm(outside)
    const folder = temporaryFolder()
    await restore(file, folder)
    const { path: kept } = await (await opened(folder)).recording(other.id)
    expect(kept).toBe(path.join(folder, 'media', other.id, 'outside.mp3'))
    expect(await readFile(kept, 'utf8')).toBe('outside sound')
  })

  it('never replaces a file, and is never within the library', async () => {
    const { file, parts } = await backedUp()
    await expect(backupLibrary(parts, file, plain)).rejects.toMatchObject({ code: 'output.exists' })
    const within = path.join(parts.dataFolder, 'media', 'x')
    await expect(backupLibrary(parts, within, plain)).rejects.toMatchObject({ code: 'backup.inside-library' })
    const aborted = { ...plain, signal: AbortSignal.abort() }
    const other = `${file}.2`
    await expect(backupLibrary(parts, other, aborted)).rejects.toMatchObject({ code: 'job.cancelled' })
    expect(await readdir(path.dirname(file))).toEqual([path.basename(file)])
    expect(await readdir(parts.cacheFolder)).toEqual(['x'])
  })
})

describe('a backup while the library is used', () => {
  it('is begun again where a recording ends meanwhile, and has that recording once', async () => {
    const library = await openedLibrary()
    const { folder } = library
    const live = path.join(folder, 'recordings', '20261129T101806-b3a3b0')
    await mkdir(live, { recursive: true })
    for (const name of ['journal.jsonl', '1-001.wav', 'lease-1'])
      await writeFile(path.join(live, name), 'of the recorder')
    let copies = 0
    const stopping = {
      ...library,
      copyDatabase: async (file: string) => {
        await library.copyDatabase(file)
        copies += 1
        if (copies > 1) return
        const made = path.join(folder, 'media', 'made', 'meeting.mka')
        await mkdir(path.dirname(made), { recursive: true })
        await writeFile(made, 'sound')
        await library.addRecording(newRecording('meeting', { path: made }))
      },
    }
    const file = path.join(temporaryFolder(), 'backup.parolo')
    let hasEnded = false
    const endsMeanwhile = {
      get aborted() {
        // Read for each block of a file.
        if (!hasEnded) rmSync(live, { recursive: true })
        hasEnded = true
        return false
      },
    } as AbortSignal
    const parts = { library: stopping, dataFolder: folder, cacheFolder: path.join(folder, 'cache') }
    const made = await backupLibrary(parts, file, { ...plain, signal: endsMeanwhile })
    expect([copies, made.recordings]).toEqual([2, 1])
    const restoredTo = path.join(temporaryFolder(), 'restored')
    await restore(file, restoredTo)
    expect((await (await opened(restoredTo)).recordings()).map(({ title }) => title)).toEqual(['meeting'])
    expect(await readdir(path.join(restoredTo, 'recordings'))).toEqual([])
  })
})

describe('restoring', () => {
  it('goes into an empty library only, or moves the other one away', async () => {
    const { file } = await backedUp()
    const full = await openedLibrary()
    await mkdir(path.join(full.folder, 'media', 'z'))
    const { id } = await full.addRecording(newRecording('there'))
    await full.close()
    await expect(restore(file, full.folder)).rejects.toMatchObject({ code: 'backup.library-not-empty' })
    const again = await opened(full.folder)
    expect((await again.recordings()).map((each) => each.id)).toEqual([id])
    await again.close()
    const { replacedAt } = await restore(file, full.folder, null, true)
    expect(replacedAt).toBe(path.join(full.folder, 'backups', 'replaced-1'))
    expect(await (await opened(full.folder)).recordings()).toHaveLength(2)
    const before = await opened(replacedAt ?? '')
    expect((await before.recordings()).map((each) => each.id)).toEqual([id])
    expect(await readdir(path.join(replacedAt ?? '', 'media'))).toEqual(['z'])
  })

  it('refuses what is no backup, an encrypted one without its passphrase, and a newer library', async () => {
    const { file } = await backedUp({ passphrase: 'right' })
    const folder = temporaryFolder()
    await expect(restore(file, folder)).rejects.toMatchObject({ code: 'backup.passphrase-needed' })
    await expect(restore(file, folder, 'wrong')).rejects.toMatchObject({ code: 'backup.wrong-passphrase' })
    await expect(restore(import.meta.filename, folder)).rejects.toMatchObject({
      code: 'backup.not-a-backup',
    })
    await expect(restore(`${file}-`, folder)).rejects.toMatchObject({ code: 'media.not-found' })
    expect((await readdir(folder)).toSorted()).toEqual(['library.lock', 'open'])
  })

  it('refuses names that lead out of the library', async () => {
    for (const name of [
      '../evil',
      'media/../../evil',
      '/evil',
      'media\\..\\evil',
      'cache/x',
      'originals/a',
    ]) {
      const file = path.join(temporaryFolder(), 'hostile')
      const handle = await open(file, 'wx')
      const writer = await BackupWriter.begin(handle, null)
      const content = (async function* () {
        yield Buffer.from('x')
      })()
      await expect(addEntry(writer, { path: name, bytes: 1, mtimeMs: 0 }, content)).rejects.toMatchObject({
        code: 'backup.file-name',
      })
      const head = Buffer.from(JSON.stringify({ path: name, bytes: 1, mtimeMs: 0 }))
      const length = Buffer.alloc(4)
      length.writeUInt32BE(head.length)
      for (const bytes of [length, head, Buffer.from('x')]) await writer.add(bytes)
      await endEntries(writer)
      await writer.end()
      await handle.close()
      const folder = temporaryFolder()
      await expect(restore(file, folder)).rejects.toMatchObject({ code: 'backup.damaged' })
      expect((await readdir(folder)).toSorted()).toEqual(['library.lock', 'open'])
    }
  })

  it('refuses a file that was cut, lengthened or changed at any place, and changes nothing', async () => {
    const { file } = await backedUp()
    const bytes = await readFile(file)
    const folder = temporaryFolder()
    const changed = path.join(folder, 'changed')
    const target = path.join(folder, 'target')
    const place = fc.oneof(
      fc.integer({ min: 0, max: 4_000 }),
      fc.integer({ min: 0, max: bytes.length - 1 }),
      fc.integer({ min: bytes.length - 200, max: bytes.length - 1 }),
    )
    const change = fc.oneof(
      place.map((at) => bytes.subarray(0, at)),
      fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([at, mask]) => {
        const other = Buffer.from(bytes)
        other[at] = (other[at] ?? 0) ^ mask
        return other
      }),
      fc.uint8Array({ minLength: 1, maxLength: 9 }).map((more) => Buffer.concat([bytes, more])),
    )
    await fc.assert(
      fc.asyncProperty(change, async (other) => {
        await writeFile(changed, other)
        const { code } = await restore(changed, target).then(
          () => ({ code: 'restored' }),
          (error: { code: string }) => error,
        )
        expect(['backup.damaged', 'backup.not-a-backup']).toContain(code)
        expect((await readdir(target)).toSorted()).toEqual(['library.lock', 'open'])
      }),
      { numRuns: 25 },
    )
  })

  it('gives no block of an encrypted file that was changed, cut, or whose blocks changed places', async () => {
    const file = path.join(temporaryFolder(), 'blocks')
    const handle = await open(file, 'wx+')
    const writer = await BackupWriter.begin(handle, 'p')
    for (let number = 0; number < 3; number += 1) await writer.add(Buffer.alloc(1024 * 1024, number + 1))
    await writer.end()
    const size = 1024 * 1024 + 20
    const bytes = await readFile(file)
    const start = bytes.length - 3 * size
    const block = (number: number): Buffer =>
      bytes.subarray(start + number * size, start + (number + 1) * size)
    const head = bytes.subarray(0, start)
    const flipped = Buffer.from(bytes)
    flipped[start + size + 99] = (flipped[start + size + 99] ?? 0) ^ 1
    for (const [other, given] of [
      [bytes, 3],
      [flipped, 1],
      [Buffer.concat([head, block(0), block(2)]), 1],
      [Buffer.concat([head, block(1), block(0), block(2)]), 0],
      [bytes.subarray(0, start + 2 * size), 2],
    ] as const) {
      await handle.truncate(0)
      await handle.write(other, 0, other.length, 0)
      let read = 0
      const reading = (async () => {
        for await (const plainBlock of readBackup(handle, file, 'p')) {
          read += 1
          expect(plainBlock[0]).toBe(read)
        }
      })()
      if (given === 3) await reading
      else await expect(reading).rejects.toMatchObject({ code: expect.stringMatching(/^backup\./u) })
      expect(read).toBe(given)
    }
    await handle.close()
  })
})
