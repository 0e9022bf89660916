import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../library/open.ts'
import { joinSpool } from '../join-spool.ts'
import { readJournalState } from '../journal-file.ts'
import { journalPath } from '../recording-folder.ts'
import { recoverRecordings } from '../recover-recordings.ts'
import { dropSpoolPlace, makeSpoolPlace, spoolPlace } from '../spool-place.ts'
import { decodedTracks } from '../testing/decoded-tracks.ts'
import {
  BLOCK_FRAMES,
  dataFolderForTest,
  folderOf,
  START_MS,
  startEntry,
  toneAt,
  toneBlock,
} from '../testing/running.ts'
import { type DiskFiles, systemFiles } from './disk-files.ts'
import { PART_FRAMES } from './part-frames.ts'
import { SoundWriter } from './sound-writer.ts'
import { diskTrouble } from './testing/memory-disk.ts'
import type { FromWriter } from './writer-messages.ts'

const { signal } = new AbortController()

/** A writer on a disk that fails from `fail` to `heal`, in the library's folder only. */
async function writerOnDisk({ partFrames = PART_FRAMES } = {}) {
  const dataFolder = await dataFolderForTest()
  const start = startEntry()
  const folder = folderOf(dataFolder, start.id)
  await mkdir(folder, { recursive: true })
  const disk = { error: null as string | null, nowMs: 0 }
  const broken = new Set<number>()
  const mayFail = (fd: number): void => {
    if (disk.error !== null && broken.has(fd)) throw diskTrouble(disk.error)
  }
  const files: DiskFiles = {
    ...systemFiles,
    open(file, flags) {
      const fd = systemFiles.open(file, flags)
      if (file.startsWith(dataFolder)) broken.add(fd)
      else broken.delete(fd)
      return fd
    },
    write(fd, bytes, position) {
      mayFail(fd)
      return systemFiles.write(fd, bytes, position)
    },
    sync(fd) {
      mayFail(fd)
      systemFiles.sync(fd)
    },
  }
  const told: FromWriter[] = []
  const spoolFolder = await makeSpoolPlace(folder)
  const writer = new SoundWriter({
    folder,
    start,
    consent: null,
    firstSequences: [],
    state: null,
    spoolFolder,
    partFrames,
    files,
    now: () => disk.nowMs,
    tell: (news) => told.push(news),
  })
  writer.open(0)
  return {
    dataFolder,
    folder,
    writer,
    disk,
    told,
    kinds: () => told.map(({ kind }) => kind).filter((kind) => kind !== 'progress'),
    safe: () => told.findLast((news) => news.kind === 'safe')?.sources.map(({ sequence }) => sequence),
    feed: (from: number, to: number) => {
      for (let sequence = from; sequence < to; sequence += 1)
        for (const source of [0, 1]) writer.append(toneBlock(source, sequence))
    },
    seconds: (count: number) => {
      for (let second = 0; second < count; second += 1) {
        disk.nowMs += 1_000
        writer.tick()
      }
    },
  }
}

async function recoveredTracks(dataFolder: string): Promise<readonly Int16Array[]> {
  const library = await openLibrary(dataFolder)
  try {
    const options = { library, dataFolder, codec: async () => 'pcm' as const, signal }
    const [recovery] = await recoverRecordings(options)
    expect(recovery?.error).toBeNull()
    return await decodedTracks(recovery?.recording?.path ?? '', 2)
  } finally {
    await library.close()
  }
}

const expectTones = (tracks: readonly Int16Array[], blocks: number): void => {
  expect(tracks.map(({ length }) => length)).toEqual([blocks * BLOCK_FRAMES, blocks * BLOCK_FRAMES])
  for (const [source, track] of tracks.entries())
    expect(track.findIndex((sample, frame) => sample !== toneAt(source, frame))).toBe(-1)
}

describe('a write that fails', () => {
  it('is not acknowledged, is tried again each second and told after ten, and nothing is lost or shifted', async () => {
    const { dataFolder, writer, disk, told, safe, kinds, feed, seconds } = await writerOnDisk({
      partFrames: 50_000,
    })
    feed(0, 40)
    seconds(1)
    expect(safe()).toEqual([40, 40])
    disk.error = 'EIO'
    feed(40, 80)
    seconds(9)
    expect(safe()).toEqual([40, 40])
    expect(kinds()).not.toContain('failing')
    seconds(2)
    expect(told.filter(({ kind }) => kind === 'failing')).toMatchObject([
      { error: { code: 'EIO' }, isKept: true },
    ])
    // Pages give again what was not acknowledged.
    feed(40, 100)
    disk.error = null
    seconds(1)
    expect(safe()).toEqual([100, 100])
    expect(kinds().at(-1)).toBe('again')
    feed(100, 120)
    writer.end(START_MS + 6_000, 'asked')
    expectTones(await recoveredTracks(dataFolder), 120)
  })

  it.each([60, 100])(
    'for as long as the program lives is kept elsewhere, and joined at the next start (block %i)',
    async (given) => {
      const { dataFolder, folder, writer, disk, safe, feed, seconds } = await writerOnDisk({
        partFrames: 100_000,
      })
      feed(0, 30)
      seconds(1)
      disk.error = 'EIO'
      feed(30, 60)
      seconds(3)
      feed(60, given)
      const answers: unknown[] = []
      writer.change({ kind: 'title', title: 'Renamed meanwhile' }, (error) => answers.push(error))
      expect(answers).toEqual([null])
      expect(safe()).toEqual([30, 30])
      expect((await spoolPlace(folder))?.names).toHaveLength(3)
      // The program is killed; a kill while the parts are joined changes nothing.
      const kept = await spoolPlace(folder)
      const again = await Promise.all(
        (kept?.names ?? []).map(
          async (name) => [name, await readFile(path.join(kept?.place ?? '', name))] as const,
        ),
      )
      await joinSpool(folder)
      const place = (await makeSpoolPlace(folder)) ?? ''
      for (const [name, bytes] of again) await writeFile(path.join(place, name), bytes)
      expect((await readJournalState(folder))?.title).toBe('Renamed meanwhile')
      expectTones(await recoveredTracks(dataFolder), given)
      expect(await readdir(path.join(dataFolder, 'open'))).toEqual([])
      await expect(stat(place)).rejects.toMatchObject({ code: 'ENOENT' })
    },
  )

  it('does not keep a recording from ending: what is kept elsewhere is joined when its file is made', async () => {
    const { dataFolder, folder, writer, disk, told, feed, seconds } = await writerOnDisk()
    feed(0, 30)
    seconds(1)
    disk.error = 'EIO'
    feed(30, 70)
    writer.end(START_MS + 3_500, 'asked')
    expect(told.at(-1)).toMatchObject({ kind: 'stopped', reason: 'asked' })
    await joinSpool(folder)
    expect((await readJournalState(folder))?.stopped).toMatchObject({ reason: 'asked' })
    expectTones(await recoveredTracks(dataFolder), 70)
  })

  it('on a full disk ends the recording with what there was room for', async () => {
    const { dataFolder, writer, disk, told, safe, feed, seconds } = await writerOnDisk()
    feed(0, 30)
    seconds(1)
    disk.error = 'ENOSPC'
    feed(30, 40)
    expect(told).toContainEqual({ kind: 'stopped', reason: 'disk-full', atMs: expect.any(Number) as number })
    expect(safe()).toEqual([30, 30])
    disk.error = null
    writer.tick()
    const [track = new Int16Array()] = await recoveredTracks(dataFolder)
    expect(track.length).toBeGreaterThanOrEqual(30 * BLOCK_FRAMES)
    expect(track.findIndex((sample, frame) => sample !== toneAt(0, frame))).toBe(-1)
  })
})

it('a note that names a folder of another program is not believed', async () => {
  const { dataFolder, folder } = await writerOnDisk()
  const other = path.join(dataFolder, 'other')
  await mkdir(other)
  await copyFile(journalPath(folder), path.join(other, '1-from-0.pcm'))
  await dropSpoolPlace(folder)
  await writeFile(path.join(dataFolder, 'open', `${path.basename(folder)}.spool`), other)
  await joinSpool(folder)
  expect(await readdir(other)).toEqual(['1-from-0.pcm'])
})
