import { mkdir } from 'node:fs/promises'
import { expect } from 'vitest'
import { openLibrary } from '../../library/open.ts'
import { recoverRecordings } from '../recover-recordings.ts'
import { makeSpoolPlace } from '../spool-place.ts'
import { type DiskFiles, systemFiles } from '../writing/disk-files.ts'
import { PART_FRAMES } from '../writing/part-frames.ts'
import { SoundWriter } from '../writing/sound-writer.ts'
import { diskTrouble } from '../writing/testing/memory-disk.ts'
import type { FromWriter } from '../writing/writer-messages.ts'
import { decodedTracks } from './decoded-tracks.ts'
import { BLOCK_FRAMES, dataFolderForTest, folderOf, startEntry, toneAt, toneBlocks } from './running.ts'

const { signal } = new AbortController()

/**
 * A writer on a disk whose writes and syncs fail as configured, separately for the library's folder and
 * others.
 */
export async function writerOnDisk({ partFrames = PART_FRAMES, fromPage = false } = {}) {
  const dataFolder = await dataFolderForTest()
  const start = startEntry({ fromPage })
  const folder = folderOf(dataFolder, start.id)
  await mkdir(folder, { recursive: true })
  const disk = { error: null as string | null, elsewhere: null as string | null, nowMs: 0 }
  const own = new Set<number>()
  const mayFail = (fd: number): void => {
    const error = own.has(fd) ? disk.error : disk.elsewhere
    if (error !== null) throw diskTrouble(error)
  }
  const files: DiskFiles = {
    ...systemFiles,
    open(file, flags) {
      const fd = systemFiles.open(file, flags)
      if (file.startsWith(dataFolder)) own.add(fd)
      else own.delete(fd)
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
  const reported: FromWriter[] = []
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
    tell: (news) => reported.push(news),
  })
  writer.open(0)
  return {
    dataFolder,
    folder,
    writer,
    disk,
    reported,
    kinds: () => reported.map(({ kind }) => kind).filter((kind) => kind !== 'progress'),
    safe: () => reported.findLast((news) => news.kind === 'safe')?.sources.map(({ sequence }) => sequence),
    feed: (from: number, to: number) => {
      for (const block of toneBlocks(from, to)) writer.append(block)
    },
    seconds: (count: number) => {
      for (let second = 0; second < count; second += 1) {
        disk.nowMs += 1_000
        writer.tick()
      }
    },
  }
}

/** Tracks of the recording made at a later start. */
export async function recoveredTracks(dataFolder: string): Promise<readonly Int16Array[]> {
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

/** Expects one tone per source, without a seam. */
export const expectTones = (tracks: readonly Int16Array[], blocks: number): void => {
  expect(tracks.map(({ length }) => length)).toEqual([blocks * BLOCK_FRAMES, blocks * BLOCK_FRAMES])
  for (const [source, track] of tracks.entries())
    expect(track.findIndex((sample, frame) => sample !== toneAt(source, frame))).toBe(-1)
}
