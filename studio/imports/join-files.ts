import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { MIX } from '#core/tracks/mix'
import { namesOfFiles } from '#core/tracks/names-of-files'
import { diskFault } from '../faults/disk-fault.ts'
import type { Library } from '../library/library.ts'
import type { StoredRecording } from '../library/tables/recordings/recordings.ts'
import { ensureFreeSpace } from '../files/free-space.ts'
import { probe } from '../sound/probe.ts'
import { runWithProgress } from '../sound/run-with-progress.ts'
import { type FileToJoin, type JoiningOrder, joinWords } from './join-words.ts'
import { keepMade } from '../originals/keep-made.ts'

export interface Joining {
  readonly order: JoiningOrder
  /** Title of the new recording; default: derived from the file names. */
  readonly title?: string | undefined
  /** Speaker of each file, for parallel files; default: taken from the file names. */
  readonly names?: readonly string[] | undefined
  /** Start of each file in the recording, ms; default: all at 0. */
  readonly offsetsMs?: readonly number[] | undefined
  readonly signal: AbortSignal
  /** Fraction of the work, 0–1. */
  readonly onProgress?: (fraction: number) => void
}

/** FLAC of speech is about half of its 16-bit PCM. */
const BYTES_A_SECOND = 60_000
const JOINED = 'joined.mka'

/**
 * Makes one recording from several files of one conversation, stored in the library as one Matroska file with
 * FLAC; the files are not changed. Joining the same files in the same way again gives the same recording.
 * Faults: those of `probe` and `runWithProgress`, `disk.full`, `import.other-tracks` for consecutive files
 * with different numbers of tracks.
 */
export async function joinFiles(
  { library, dataFolder }: { readonly library: Library; readonly dataFolder: string },
  paths: readonly string[],
  { order, signal, onProgress = () => undefined, ...given }: Joining,
): Promise<StoredRecording> {
  const files: FileToJoin[] = []
  for (const [index, file] of paths.entries())
    files.push({ source: await probe(file, { signal }), offsetMs: given.offsetsMs?.[index] ?? 0 })
  if (order === 'in-order') checkTracks(files)
  const names = given.names ?? namesOfFiles(files.map(({ source }) => source.fileName))
  const speakers = order === 'together' ? speakersOf(files, names) : []
  const title = given.title ?? titleOf(files, order, names)
  const seconds = secondsOf(files, order)
  // Next to unfinished uploads, which are deleted when they are old.
  const folder = path.join(dataFolder, 'media', 'incoming', `joining-${randomUUID()}`)
  try {
    await mkdir(folder, { recursive: true })
    const tracks = files.reduce((sum, { source }) => sum + source.tracks.length, 0)
    await ensureFreeSpace(folder, seconds * BYTES_A_SECOND * (order === 'together' ? tracks : 1))
    const encoding = '-c:a flac -sample_fmt s16 -fflags +bitexact -flags:a +bitexact -f matroska -y'.split(
      ' ',
    )
    await runWithProgress([...joinWords(files, order, speakers), ...encoding, JOINED], {
      folder,
      title,
      signal,
      sources: files.map(({ source }) => source.path),
      onSeconds: (done) => onProgress(Math.min(1, done / Math.max(1, seconds))),
    })
    const made = await keepMade(dataFolder, path.join(folder, JOINED), {
      title,
      fileName: `${title}.mka`,
      speakerOf: (track) => speakers[track],
      signal,
    })
    const added = await library.addRecording(made.recording)
    return await withLength(library, added, made.recording.media.tracks.length, made.seconds)
  } catch (error) {
    throw diskFault(error, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Sets its length before anything is decoded: the length of the playback audio. */
async function withLength(
  library: Library,
  recording: StoredRecording,
  tracks: number,
  seconds: number | null,
): Promise<StoredRecording> {
  if (recording.durationMs !== null || seconds === null) return recording
  const durationMs = Math.round(seconds * 1000)
  await library.saveTrack({
    recordingId: recording.id,
    index: tracks > 1 ? MIX : 0,
    durationMs,
    sampleCount: 0,
    pcmSha256: '',
    codec: 'unknown',
  })
  return { ...recording, durationMs }
}

function checkTracks(files: readonly FileToJoin[]): void {
  const tracks = files[0]?.source.tracks.length ?? 0
  const other = files.find(({ source }) => source.tracks.length !== tracks)
  if (other !== undefined) throw new Fault('import.other-tracks', { file: other.source.fileName })
}

/** A file with several tracks has several people: they are numbered. */
function speakersOf(files: readonly FileToJoin[], names: readonly string[]): string[] {
  return files.flatMap(({ source }, index) => {
    const name = names[index] ?? source.fileName
    return source.tracks.map((_, track) => (source.tracks.length === 1 ? name : `${name} ${track + 1}`))
  })
}

function titleOf(files: readonly FileToJoin[], order: JoiningOrder, names: readonly string[]): string {
  const [first] = files
  return order === 'together' ? names.join(', ') : path.parse(first?.source.fileName ?? '').name
}

/** From the headers, which may be wrong: only for progress and free space. */
function secondsOf(files: readonly FileToJoin[], order: JoiningOrder): number {
  const each = files.map(({ source, offsetMs }) => (source.durationSeconds ?? 0) + offsetMs / 1000)
  return order === 'together' ? Math.max(...each) : each.reduce((sum, one) => sum + one, 0)
}
