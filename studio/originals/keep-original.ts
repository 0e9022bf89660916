import { mkdir, rename, rm, utimes } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { legalFileName } from '#core/formats/legal-file-name'
import { copyBytes, factsOf, isThere } from '../drives/files.ts'
import { diskFault } from '../faults/disk-fault.ts'
import { importRecording, mediaFactsOf } from './import-recording.ts'
import type { Library } from '../library/library.ts'
import { ownFolderOf } from '../library/own-folder.ts'
import { copyPlace } from '../library/own-places.ts'
import type { StoredRecording } from '../library/tables/recordings/recordings.ts'
import { sha256OfFile } from '../files/sha256-of-file.ts'
import { ensureFreeSpace } from '../files/free-space.ts'
import { probe } from '../sound/probe.ts'

/** Folder of the library's own copy, named by content, as the recording's id is not known before it is added. */
export function ownOriginalFolder(dataFolder: string, sha256: string): string {
  return path.join(dataFolder, ...copyPlace(sha256).split('/'))
}

/** Close to the person's file name, but legal on every system, as a library may be moved to another one. */
export function keptName(fileName: string): string {
  const extension = /\.[\p{L}\p{N}]{1,12}$/u.exec(fileName)?.[0] ?? ''
  return legalFileName(fileName.slice(0, fileName.length - extension.length), extension, 'recording')
}

/** Moves a complete file that is already in the library's folders to its own folder; returns its path. */
export async function keepOriginal(
  dataFolder: string,
  file: string,
  { fileName, sha256 }: { readonly fileName: string; readonly sha256: string },
): Promise<string> {
  const folder = ownOriginalFolder(dataFolder, sha256)
  const target = path.join(folder, keptName(fileName))
  try {
    await mkdir(folder, { recursive: true })
    await rename(file, target)
  } catch (error) {
    throw diskFault(error, folder)
  }
  return target
}

/**
 * Adds a recording from a path on this computer, by reference or as a copy kept by the library. Throws the faults of
 * `importRecording`, `disk.full`.
 */
export async function addMedia(
  { library, dataFolder }: { readonly library: Library; readonly dataFolder: string },
  file: string,
  options: { readonly copy: boolean; readonly signal: AbortSignal },
): Promise<StoredRecording> {
  const recording = await importRecording(library, file, options.signal)
  if (!options.copy || ownFolderOf(dataFolder, recording.path) !== null) return recording
  const folder = ownOriginalFolder(dataFolder, recording.sha256)
  const part = path.join(folder, `${keptName(recording.fileName)}.part`)
  try {
    await mkdir(folder, { recursive: true })
    await ensureFreeSpace(folder, recording.bytes)
    await copyBytes(recording.path, part, { signal: options.signal })
    if ((await sha256OfFile(part, options.signal)) !== recording.sha256) {
      throw new Fault('media.changed', { file })
    }
    await utimes(part, new Date(), new Date(recording.mtimeMs))
    const kept = await keepOriginal(dataFolder, part, recording)
    return await library.addRecording({ ...recording, path: kept, mtimeMs: recording.mtimeMs })
  } catch (error) {
    await rm(part, { force: true })
    throw diskFault(error, folder)
  }
}

/** Whether a recording was added only from captions or a transcript that do not identify their file. */
export async function isUnidentified(
  library: Library,
  { id, bytes }: Pick<StoredRecording, 'id' | 'bytes'>,
): Promise<boolean> {
  if (bytes > 0) return false
  for (const { id: transcriptId } of await library.transcriptsOf(id)) {
    const members = await library.importedMembers(transcriptId)
    if (members === null || members.facts.given.sha256 !== '') return false
  }
  return true
}

/**
 * Sets the path of a recording's original to `file`. A recording that came only from its captions is merged
 * with the library's recording of that file. Returns the id of the file's recording. Faults:
 * `import.other-file`, those of probing the file.
 */
export async function locateOriginal(
  library: Library,
  recordingId: string,
  file: string,
  signal: AbortSignal,
): Promise<string> {
  const recording = await library.card(recordingId)
  const full = path.resolve(file)
  const source = await probe(full, { signal })
  // The size is unknown if the recording was added only from its transcript.
  const sha256 =
    recording.bytes === 0 || source.bytes === recording.bytes
      ? await sha256OfFile(full, signal).catch((error: unknown) => {
          throw diskFault(error, full)
        })
      : null
  const isNew = sha256 !== null && (await isUnidentified(library, recording))
  if (sha256 === null || (sha256 !== recording.sha256 && !isNew)) {
    throw new Fault('import.other-file', { file })
  }
  const known = await library.findRecordingByContent(sha256)
  const isAnother = isNew && known !== undefined && known.id !== recordingId
  if (isAnother && (await isThere(known.path, { signal }))) {
    await library.moveToRecording(recordingId, known.id)
    return known.id
  }
  const { mtimeMs } = await factsOf(full, { signal })
  const located = {
    path: full,
    fileName: source.fileName,
    title: recording.title,
    bytes: source.bytes,
    mtimeMs: Math.round(mtimeMs),
    sha256,
    media: mediaFactsOf(source),
  }
  if (isNew && !isAnother) await library.identifyRecording(recordingId, located)
  else await library.addRecording(located)
  if (!isAnother) return recordingId
  await library.moveToRecording(recordingId, known.id)
  return known.id
}
