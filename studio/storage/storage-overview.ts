import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { CallOutput } from '#contracts/calls/calls'
import type { RecordingStorage } from '#contracts/calls/room'
import { codeOf } from '../faults/error-code.ts'
import { bytesBelow } from '../files/files-below.ts'
import { ownFolderOf } from '../library/own-folder.ts'
import type { StoredRecording } from '../library/library.ts'
import { recordingsFolder } from '../recording/recording-folder.ts'
import { freeBytes } from '../files/free-space.ts'
import { listDamagedCopies } from './damaged-copies.ts'
import type { StorageParts } from './delete-sound.ts'

/** Bytes of a recording's files, by kind. */
export interface SoundSizes {
  readonly soundBytes: number
  readonly preparedBytes: number
  readonly filmBytes: number
}

/** Disk usage of a recording's files. */
export async function soundSizes(
  { dataFolder, cacheFolder }: Pick<StorageParts, 'dataFolder' | 'cacheFolder'>,
  { id, path: file }: Pick<StoredRecording, 'id' | 'path'>,
): Promise<SoundSizes> {
  const own = ownFolderOf(dataFolder, file)
  const cache = path.join(cacheFolder, id)
  const [soundBytes, cachedBytes, filmBytes] = await Promise.all([
    own === null ? 0 : bytesBelow(own),
    bytesBelow(cache),
    bytesBelow(path.join(cache, 'films')),
  ])
  return { soundBytes, preparedBytes: cachedBytes - filmBytes, filmBytes }
}

/** Disk usage, by kind and by recording. */
export async function storageOverview(parts: StorageParts): Promise<CallOutput<'room.overview'>> {
  const { library, dataFolder, cacheFolder } = parts
  const results = new Map<string, number>()
  for (const { recordingId, bytes } of await library.keptResultSizes())
    results.set(recordingId, (results.get(recordingId) ?? 0) + bytes)
  const recordings: RecordingStorage[] = []
  for (const { id, title, path: file, dueOn, deletionDueOn } of await library.storageRows()) {
    const storage = { ...(await soundSizes(parts, { id, path: file })), resultBytes: results.get(id) ?? 0 }
    if (totalOf(storage) > 0) recordings.push({ recordingId: id, title, ...storage, dueOn, deletionDueOn })
  }
  const sum = (key: 'filmBytes' | 'resultBytes'): number =>
    recordings.reduce((all, storage) => all + storage[key], 0)
  const below = (name: string): Promise<number> => bytesBelow(path.join(dataFolder, name))
  const filmBytes = sum('filmBytes')
  return {
    freeBytes: await freeBytes(dataFolder),
    soundBytes: await below('media'),
    runningBytes: await bytesBelow(recordingsFolder(dataFolder)),
    // Includes recordings in progress and deleted ones.
    preparedBytes: (await bytesBelow(cacheFolder)) - filmBytes,
    filmBytes,
    modelBytes: await below('models'),
    databaseBytes: await databaseBytes(dataFolder),
    resultBytes: sum('resultBytes'),
    backupBytes: await below('backups'),
    damagedCopies: await listDamagedCopies(parts),
    recordings: recordings.toSorted((a, b) => totalOf(b) - totalOf(a)),
  }
}

const totalOf = ({
  soundBytes,
  preparedBytes,
  filmBytes,
  resultBytes,
}: SoundSizes & Pick<RecordingStorage, 'resultBytes'>): number =>
  soundBytes + preparedBytes + filmBytes + resultBytes

/** The database and its WAL. */
async function databaseBytes(dataFolder: string): Promise<number> {
  let sum = 0
  for (const name of ['library.db', 'library.db-wal']) {
    sum += await stat(path.join(dataFolder, name)).then(
      ({ size }) => size,
      (error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw error
        return 0
      },
    )
  }
  return sum
}
