import path from 'node:path'
import { Fault } from '#contracts/errors'
import { keepChapters } from '../chapters/keep-chapters.ts'
import { factsOf } from '../drives/files.ts'
import { codeOf } from '../faults/error-code.ts'
import type { Library } from '../library/library.ts'
import type { MediaFacts, NewRecording, StoredRecording } from '../library/tables/recordings/recordings.ts'
import { sha256OfFile } from '../files/sha256-of-file.ts'
import { diskFault } from '../faults/disk-fault.ts'
import { type Probe, probe } from '../sound/probe.ts'

/**
 * Adds a file to the library by reference; the original is never changed. A file with the same path, size and
 * modification time is the same recording; otherwise its hash decides. Throws the faults of `probe`, and
 * `media.changed`.
 */
export async function importRecording(
  library: Library,
  file: string,
  signal: AbortSignal,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<StoredRecording> {
  const known = await findKnownFile(library, file)
  if (known) return known
  const { recording, ...said } = await readRecording(file, signal, onProgress)
  const added = await library.addRecording(recording)
  await keepWhatFileSays(library, added.id, said)
  return added
}

/**
 * The library's facts about a file, with its content's hash. Throws the faults of `probe`, and
 * `media.changed` if the file was written to meanwhile.
 */
export async function readRecording(
  file: string,
  signal: AbortSignal,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<{ readonly recording: NewRecording } & SaidByFile> {
  const full = path.resolve(file)
  const source = await probe(file, { signal })
  const sha256 = await sha256OfFile(full, signal, (bytes) => onProgress(bytes / source.bytes)).catch(
    (error: unknown) => {
      if (signal.aborted) throw new Fault('job.cancelled', {}, undefined, error)
      throw diskFault(error, full)
    },
  )
  const after = await factsOf(full, { signal })
  if (after.bytes !== source.bytes || Math.round(after.mtimeMs) !== source.mtimeMs) {
    throw new Fault('media.changed', { file })
  }
  const recording = {
    path: full,
    fileName: source.fileName,
    title: source.tags.title || path.parse(source.fileName).name,
    bytes: source.bytes,
    mtimeMs: source.mtimeMs,
    sha256,
    media: mediaFactsOf(source),
  }
  return { recording, chapters: source.chapters, tags: source.tags }
}

type SaidByFile = Pick<Probe, 'chapters' | 'tags'>

/** Keeps the chapters, people and day of publication of a file, where nothing else gave them. */
export async function keepWhatFileSays(
  library: Library,
  recordingId: string,
  { chapters, tags }: SaidByFile,
): Promise<void> {
  await keepChapters(library, recordingId, chapters)
  await keepTags(library, recordingId, tags)
}

/** Keeps the people and the day of publication that a file gives. */
export async function keepTags(
  library: Library,
  recordingId: string,
  { album, people, publishedAtMs }: Probe['tags'],
): Promise<void> {
  if (album === '' && people.length === 0 && publishedAtMs === null) return
  const source = { podcast: album, publishedAtMs, notes: '', link: '', people, picture: null }
  await library.keepTagSource(recordingId, source)
}

/** The recording of a file with this path, size and modification time. Throws `media.not-found`, `disk.failed`, `drive.silent`. */
export async function findKnownFile(library: Library, file: string): Promise<StoredRecording | undefined> {
  const full = path.resolve(file)
  const facts = await factsOf(full).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR')
      throw new Fault('media.not-found', { file })
    throw diskFault(error, full)
  })
  return library.findRecordingByFile(full, facts.bytes, Math.round(facts.mtimeMs))
}

export function mediaFactsOf(source: Probe): MediaFacts {
  const { container, hasVideo, frames, tracks } = source
  return {
    container,
    hasVideo,
    frames,
    tracks: tracks.map(({ index, codec, channels, sampleRate }) => ({ index, codec, channels, sampleRate })),
  }
}
