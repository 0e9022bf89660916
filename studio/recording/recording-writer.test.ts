import { execFileSync } from 'node:child_process'
import { closeSync, constants, openSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { MissingSound } from '#core/recording/missing-sound'
import { readJournal } from '#core/recording/read-journal'
import { holdingProcess } from '../library/lock/testing/holding-process.ts'
import { closeWav } from './wav-part.ts'
import { readJournalState } from './journal-file.ts'
import { isRecorderAlive, RecorderLease } from './recorder-lease.ts'
import { journalPath } from './recording-folder.ts'
import { RecordingWriter } from './recording-writer.ts'
import {
  BLOCK_FRAMES,
  dataFolderForTest,
  folderOf,
  START_MS,
  startEntry,
  toneAt,
  toneBlock,
  toneBlocks,
} from './testing/running.ts'
import type { SafeSound, WriterOptions } from './writer-options.ts'

async function startWriter(changes: Partial<WriterOptions> = {}) {
  const start = startEntry()
  const folder = folderOf(await dataFolderForTest(), start.id)
  const errors: unknown[] = []
  const writer = await RecordingWriter.start({
    folder,
    start,
    consent: { given: true, atMs: START_MS },
    onError: (error) => errors.push(error),
    ...changes,
  })
  return { writer, folder, errors }
}

const samplesIn = async (file: string): Promise<Int16Array> => {
  const bytes = Uint8Array.from(await readFile(file)).subarray(44)
  return new Int16Array(bytes.slice().buffer)
}

const feed = (writer: RecordingWriter, from: number, to: number): void => {
  for (const block of toneBlocks(from, to)) writer.append(block)
}

describe('the writer', () => {
  it('writes a file a source, in parts that join without a seam, and a journal', async () => {
    const { writer, folder, errors } = await startWriter({ partFrames: 100_000 })
    feed(writer, 0, 60)
    await writer.note({
      kind: 'moment',
      moment: { id: 'm1', kind: 'decision', atMs: 1_500, value: 'Spring fair on 14 June' },
    })
    await writer.note({ kind: 'sleep', fromMs: START_MS + 100, toMs: START_MS + 200 })
    feed(writer, 60, 100)
    await writer.stop(START_MS + 5_000, 'asked')
    expect(errors).toEqual([])
    const state = await readJournalState(folder)
    expect(state).toMatchObject({
      title: 'Garden committee',
      consent: { given: true },
      moments: [{ id: 'm1', kind: 'decision', atMs: 1_500 }],
      stopped: { reason: 'asked' },
      parts: [
        ['1-001.wav', '1-002.wav', '1-003.wav'],
        ['2-001.wav', '2-002.wav', '2-003.wav'],
      ],
    })
    for (const [source, files] of (state?.parts ?? []).entries()) {
      const parts = await Promise.all(files.map((file) => samplesIn(path.join(folder, file))))
      expect(parts.map(({ length }) => length)).toEqual([100_000, 100_000, 40_000])
      const whole = parts.flatMap((part) => [...part])
      expect(whole.findIndex((sample, frame) => sample !== toneAt(source, frame))).toBe(-1)
    }
    // Nothing remains that matters only while it is running.
    expect((await readdir(folder)).toSorted()).toEqual(
      ['1', '2']
        .flatMap((one) => ['001', '002', '003'].map((two) => `${one}-${two}.wav`))
        .concat('journal.jsonl'),
    )
  })

  it('acknowledges what is synced, once a second', async () => {
    const reported: (readonly SafeSound[])[] = []
    const { writer, folder } = await startWriter({ syncEveryMs: 20, onSafe: (safe) => reported.push(safe) })
    feed(writer, 0, 40)
    await writer.settle()
    const frames = 40 * BLOCK_FRAMES
    expect(writer.safe).toEqual([0, 1].map((source) => ({ source, sequence: 40, frames })))
    expect(reported.at(-1)).toEqual(writer.safe)
    const { entries } = readJournal(await readFile(journalPath(folder), 'utf8'))
    expect(entries).toContainEqual({ kind: 'synced', source: 0, sequence: 40, frames })
    // A file that is not closed states that its length is unknown.
    expect((await readFile(path.join(folder, '1-001.wav'))).readUInt32LE(40)).toBe(0xff_ff_ff_ff)
    await writer.stop(START_MS + 2_000, 'asked')
    expect((await readFile(path.join(folder, '1-001.wav'))).readUInt32LE(40)).toBe(frames * 2)
  })

  it.runIf(process.platform === 'linux')(
    'goes on while every thread of the pool waits for a drive that does not answer',
    async () => {
      const { writer, folder } = await startWriter()
      const fifo = path.join(path.dirname(folder), 'fifo')
      execFileSync('mkfifo', [fifo])
      // Opening waits for writers.
      const waiting = Array.from({ length: 8 }, () => open(fifo, 'r'))
      feed(writer, 0, 40)
      await writer.settle()
      expect(writer.safe.map(({ sequence }) => sequence)).toEqual([40, 40])
      const opened = openSync(fifo, constants.O_RDWR)
      for (const one of await Promise.all(waiting)) await one.close()
      closeSync(opened)
      await writer.stop(START_MS + 2_000, 'asked')
    },
  )

  it('leaves what it wrote to the next start when its thread ends', async () => {
    const reasons: string[] = []
    const { writer, folder } = await startWriter({ onStopped: (reason) => reasons.push(reason) })
    feed(writer, 0, 40)
    await writer.settle()
    await writer.leave()
    expect(await isRecorderAlive(folder)).toBe(false)
    expect((await readJournalState(folder))?.stopped).toBeNull()
    expect((await stat(path.join(folder, '1-001.wav'))).size).toBe(44 + 40 * BLOCK_FRAMES * 2)
    expect(reasons).toEqual([])
    await expect(writer.pause(START_MS)).rejects.toMatchObject({ code: 'recorder.stopped' })
  })

  it('gives back what it wrote while it writes, over the seams of its files', async () => {
    const { writer } = await startWriter({ partFrames: 30_000 })
    feed(writer, 0, 40)
    await writer.settle()
    const read = await writer.read(1, 20_000, 50_000)
    expect(read.length).toBe(50_000)
    expect(read.findIndex((sample, index) => sample !== toneAt(1, 20_000 + index))).toBe(-1)
    expect(await writer.read(0, 95_990, 100)).toHaveLength(10)
    expect(await writer.read(0, 97_000, 100)).toHaveLength(0)
    await writer.stop(START_MS + 2_000, 'asked')
  })

  it('makes a file for a source that never gave any sound, and drops blocks of none', async () => {
    const { writer, folder } = await startWriter()
    for (let sequence = 0; sequence < 40; sequence += 1) writer.append(toneBlock(0, sequence))
    writer.append({ ...toneBlock(0, 40), source: 7 })
    await writer.stop(START_MS + 2_000, 'asked')
    expect(await closeWav(path.join(folder, '1-001.wav'))).toBe(40 * BLOCK_FRAMES)
    expect(await closeWav(path.join(folder, '2-001.wav'))).toBe(0)
  })

  it('reports sound that never arrived, not a source that begins late', async () => {
    const missing: MissingSound[] = []
    const { writer } = await startWriter({ onMissing: (one) => missing.push(one) })
    // The second source begins half a second late; from its second 3 on all of the first comes 640 ms late.
    for (const block of toneBlocks(0, 120)) {
      const lateMs = block.source === 1 ? 500 : block.sequence < 60 ? 0 : 640
      writer.append({ ...block, atMs: block.atMs + lateMs })
    }
    await writer.stop(START_MS + 7_000, 'asked')
    expect(missing).toMatchObject([{ source: 0, atMs: 3_000, lengthMs: 640 }])
  })

  it('takes no room for a long silence', async () => {
    const { writer, folder } = await startWriter()
    feed(writer, 0, 20)
    feed(writer, 20_000, 20_020)
    await writer.stop(START_MS + 1_001_000, 'asked')
    const facts = await stat(path.join(folder, '1-001.wav'))
    expect(facts.size).toBe(44 + 20_020 * BLOCK_FRAMES * 2)
    if (process.platform === 'linux') expect(facts.blocks * 512).toBeLessThan(1_000_000)
  })

  it('drops what comes after the end, and says so to who wants a change', async () => {
    const { writer } = await startWriter()
    feed(writer, 0, 20)
    const stopping = writer.stop(START_MS + 1_000, 'asked')
    feed(writer, 20, 40)
    await stopping
    expect(writer.frames).toBe(20 * BLOCK_FRAMES)
    await expect(writer.pause(START_MS + 1_500)).rejects.toMatchObject({ code: 'recorder.stopped' })
  })
})

describe('the lease of a recording', () => {
  it('ends with its writer also where the disk does not let it be removed', async () => {
    const { writer, folder, errors } = await startWriter()
    await rm(path.join(folder, 'lease-1'))
    await mkdir(path.join(folder, 'lease-1'))
    await writer.stop(START_MS, 'asked')
    expect(errors).toHaveLength(1)
    expect(await isRecorderAlive(folder)).toBe(false)
    const lease = await RecorderLease.take(folder)
    await lease?.release()
    expect(lease).not.toBeNull()
  })

  it('is held while the writer lives, and only by it', async () => {
    const { writer, folder } = await startWriter()
    expect(await isRecorderAlive(folder)).toBe(true)
    expect(await RecorderLease.take(folder)).toBeNull()
    await writer.stop(START_MS, 'asked')
    expect(await isRecorderAlive(folder)).toBe(false)
    const takers = await Promise.all([1, 2, 3, 4].map(() => RecorderLease.take(folder)))
    expect(takers.filter((lease) => lease !== null)).toHaveLength(1)
    for (const lease of takers) await lease?.release()
  })

  it('is not held by another process that has got the number of the one that was killed', async () => {
    const { writer, folder } = await startWriter()
    await writer.stop(START_MS, 'asked')
    const library = path.dirname(path.dirname(folder))
    const program = await holdingProcess(library, 'share')
    const file = path.join(folder, 'lease-1')
    // In a container, with another pid.
    await writeFile(file, JSON.stringify({ id: program.id, pid: 3_999_999 }))
    expect(await isRecorderAlive(folder)).toBe(true)
    await program.kill()
    await writeFile(file, JSON.stringify({ id: program.id, pid: process.pid }))
    expect(await isRecorderAlive(folder)).toBe(false)
    // As left by version 0.1.
    await writeFile(file, JSON.stringify({ pid: process.pid, startTime: null, place: os.hostname() }))
    expect(await isRecorderAlive(folder)).toBe(false)
  })

  it('is lost to a process that held its holder for gone, and nothing more is written', async () => {
    const stopped = Promise.withResolvers<string>()
    const { writer, folder, errors } = await startWriter({ onStopped: stopped.resolve })
    feed(writer, 0, 20)
    await writer.settle()
    await writeFile(path.join(folder, 'lease-2'), JSON.stringify({ id: 'another', pid: 1 }))
    const journal = await readFile(journalPath(folder), 'utf8')
    feed(writer, 20, 40)
    await stopped.promise
    expect(errors).toEqual([expect.objectContaining({ code: 'recorder.taken' })])
    expect(writer.isStopped).toBe(true)
    expect(await readFile(journalPath(folder), 'utf8')).not.toContain('"kind":"stop"')
    expect((await readFile(journalPath(folder), 'utf8')).startsWith(journal)).toBe(true)
    expect(await readdir(folder)).toContain('lease-2')
  })
})
