import { type FileHandle, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { journalLine, readJournal } from '#core/recording/read-journal'
import { codeOf } from '../faults/error-code.ts'
import { readJournalState } from './journal-file.ts'
import { journalPath, partName } from './recording-folder.ts'
import { dropSpoolPlace, spoolPlace } from './spool-place.ts'
import { syncFolder } from './sync-folder.ts'
import { BYTES_PER_FRAME, UNKNOWN_SIZE, WAV_HEADER_BYTES, wavHeader } from './wav-header.ts'
import { SYNCED_NAME } from './writing/spool.ts'
import { partFramesOf, sourceFrames } from './writing/what-is-there.ts'

const COPIED_FRAMES = 1 << 20

/**
 * Moves data that a writer had to keep elsewhere, as it could not write to the recording's folder, back
 * there. Repeating it after a kill has no further effect. Only for the holder of the lease, without a writer.
 * Throws errors of the disk.
 */
export async function joinSpool(folder: string): Promise<void> {
  const { place, names } = (await spoolPlace(folder)) ?? { place: '', names: [] }
  for (const name of names.filter((one) => one !== SYNCED_NAME).toSorted(byNumber)) {
    const file = path.join(place, name)
    const [, source, number = '0'] = /^(?:(\d+)|journal)-from-(\d+)\./u.exec(name) ?? []
    if (source === undefined) await joinJournal(folder, file, Number(number))
    else await joinSound(folder, file, Number(source) - 1, Number(number))
  }
  if (names.length > 0) await syncFolder(folder)
  if (names.includes(SYNCED_NAME)) await noteJoined(folder, path.join(place, SYNCED_NAME))
  await dropSpoolPlace(folder)
}

async function joinSound(folder: string, file: string, source: number, fromFrame: number): Promise<void> {
  const state = await readJournalState(folder)
  const partFrames = partFramesOf({ partStarts: state?.partStarts ?? new Map() })
  const from = await open(file, 'r')
  try {
    const frames = Math.floor((await from.stat()).size / BYTES_PER_FRAME)
    for (let done = 0; done < frames;) {
      const frame = fromFrame + done
      const number = Math.floor(frame / partFrames) + 1
      const count = Math.min(frames - done, number * partFrames - frame)
      const part = await openPart(path.join(folder, partName(source, number)))
      try {
        const at = WAV_HEADER_BYTES + (frame - (number - 1) * partFrames) * BYTES_PER_FRAME
        await copy(from, done * BYTES_PER_FRAME, part, at, count * BYTES_PER_FRAME)
        await part.datasync()
      } finally {
        await part.close()
      }
      done += count
    }
  } finally {
    await from.close()
  }
}

/** The lines are already there if the writer could write again and was then killed. */
async function joinJournal(folder: string, file: string, fromByte: number): Promise<void> {
  const [kept, journal] = [await open(file, 'r'), await openOrMake(journalPath(folder))]
  try {
    const [lines, text] = [await kept.readFile(), await journal.readFile()]
    if (text.subarray(fromByte, fromByte + lines.length).equals(lines)) return
    const at = Math.min(fromByte, text.length)
    await journal.truncate(at)
    await writeFully(journal, lines, at)
    await journal.datasync()
  } finally {
    await Promise.all([kept.close(), journal.close()])
  }
}

/** So that a page that attaches later is not asked for sound that was joined. */
async function noteJoined(folder: string, file: string): Promise<void> {
  const state = await readJournalState(folder)
  if (state === null) return
  const partFrames = partFramesOf(state)
  const { entries } = readJournal(await readFile(file, 'utf8'))
  const joined = entries.filter(
    (entry) =>
      entry.kind === 'synced' &&
      entry.sequence > (state.synced[entry.source]?.sequence ?? Infinity) &&
      entry.frames <= sourceFrames(folder, entry.source, partFrames),
  )
  const journal = await openOrMake(journalPath(folder))
  try {
    // A truncated last line is overwritten.
    const at = (await journal.readFile()).lastIndexOf('\n') + 1
    await journal.truncate(at)
    await writeFully(journal, Buffer.from(joined.map(journalLine).join('')), at)
    await journal.datasync()
  } finally {
    await journal.close()
  }
}

async function openPart(file: string): Promise<FileHandle> {
  const part = await openOrMake(file)
  if ((await part.stat()).size < WAV_HEADER_BYTES) await writeFully(part, wavHeader(UNKNOWN_SIZE), 0)
  return part
}

async function openOrMake(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r+')
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return await open(file, 'w+')
  }
}

async function copy(
  from: FileHandle,
  fromByte: number,
  to: FileHandle,
  at: number,
  length: number,
): Promise<void> {
  const bytes = Buffer.alloc(Math.min(length, COPIED_FRAMES * BYTES_PER_FRAME))
  for (let done = 0; done < length;) {
    const { bytesRead } = await from.read(bytes, 0, Math.min(bytes.length, length - done), fromByte + done)
    if (bytesRead === 0) throw new Error('a file became shorter while it was read')
    await writeFully(to, bytes.subarray(0, bytesRead), at + done)
    done += bytesRead
  }
}

async function writeFully(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let written = 0; written < bytes.length;)
    written += (await file.write(bytes, written, bytes.length - written, at + written)).bytesWritten
}

const byNumber = (one: string, other: string): number =>
  Number(/from-(\d+)/u.exec(one)?.[1]) - Number(/from-(\d+)/u.exec(other)?.[1])
