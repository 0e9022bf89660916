import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { trackOfRun } from '#core/tracks/mix'
import type { DocumentWithExtras } from '#core/formats/format'
import type { TimeSpan } from '#core/transcript/time-span'
import { factsOf } from '../drives/files.ts'
import { codeOf } from '../faults/error-code.ts'
import { decodeSound } from '../recognition/steps/sound.ts'
import { soundFiles } from '../sound/decode.ts'
import { probe } from '../sound/probe.ts'
import {
  MAX_SOUND_BYTES,
  smallBitRate,
  smallBytes,
  type SmallSoundOptions,
  writeSmallSound,
} from '../sound/small-sound.ts'
import type { Studio } from '../studio.ts'
import type { LostSound, PageSound } from './page-sound.ts'

export type Studios = Pick<Studio, 'library' | 'cacheFolder'>

/** The part of a document that determines its sound. */
export type Sounding = Pick<DocumentWithExtras, 'transcript' | 'silences' | 'part'>

/** Paths of a document's sound, and of its smaller or partly silenced copy. */
export async function placesOf(
  { library, cacheFolder }: Studios,
  { transcript, silences = [], part }: Sounding,
) {
  const { recordingId, run } = transcript
  const recording = await library.recording(recordingId)
  const track = trackOfRun(run.settings)
  const files = soundFiles(cacheFolder, recordingId, track)
  const small = files.proxy.replace(/\.webm$/u, smallEnding(silences, part))
  const durationMs = (await library.track(recordingId, track))?.durationMs ?? recording.durationMs ?? 0
  const keptMs = part === undefined ? durationMs : part.endMs - part.startMs
  const isWhole = silences.length === 0 && part === undefined
  return { recording, track, files, small, silences, part, isWhole, durationMs, seconds: keptMs / 1_000 }
}

/** Derived from what is silenced or trimmed away, so that sound made before a redaction is never used. */
function smallEnding(silences: readonly TimeSpan[], part: TimeSpan | undefined): string {
  if (silences.length === 0 && part === undefined) return '.small.webm'
  const hash = createHash('sha256').update(JSON.stringify({ silences, part })).digest('hex')
  return `${REDACTED}${hash.slice(0, 16)}.webm`
}

const REDACTED = '.redacted-'

/**
 * The sound that a page with this document contains or would contain, limited to the kept part and silent
 * where words are redacted: the playback audio if it is suitable, else a smaller copy. Null for a transcript
 * without a recording.
 */
export async function announcedSound(
  studio: Studios,
  document: Sounding,
): Promise<PageSound | LostSound | null> {
  const { library } = studio
  const { recording, files, small, isWhole, seconds } = await placesOf(studio, document)
  if (recording.bytes === 0) return null
  for (const file of isWhole ? [files.proxy, small] : [small]) {
    const bytes = await sizeOf(file)
    if (bytes !== null && bytes <= MAX_SOUND_BYTES) return { path: file, bytes }
  }
  const isThere = (await sizeOf(files.proxy)) !== null || (await sizeOf(recording.path)) !== null
  if (!isThere) return { lost: await lostOf(library, recording.id) }
  const bitRate = smallBitRate(seconds)
  return bitRate === null ? { lost: 'sound-too-long' } : { path: null, bytes: smallBytes(seconds, bitRate) }
}

/**
 * Like `announcedSound`, but makes the file if it does not exist yet. Throws `job.cancelled`, `disk.full`.
 */
export async function recordingSound(
  studio: Studios,
  document: Sounding,
  options: SmallSoundOptions,
): Promise<PageSound | LostSound | null> {
  const announced = await announcedSound(studio, document)
  if (announced === null || 'lost' in announced || announced.path !== null) return announced
  const { files, small, silences, part, isWhole } = await placesOf(studio, document)
  return unlessUnreadable(async () => {
    if (await makeProxy(studio, document, options)) {
      const bytes = await sizeOf(files.proxy)
      if (isWhole && bytes !== null && bytes <= MAX_SOUND_BYTES) return { path: files.proxy, bytes }
    }
    if (!isWhole) await dropCopies(path.dirname(small), REDACTED)
    return smallOf(files.proxy, small, {
      ...options,
      silences,
      ...(part === undefined ? {} : { part }),
    })
  })
}

/** Whether the sound for playback had to be made, as it was not there. */
export async function makeProxy(
  studio: Studios,
  document: Sounding,
  options: Pick<SmallSoundOptions, 'signal' | 'onProgress'>,
): Promise<boolean> {
  const { recording, track, files } = await placesOf(studio, document)
  if ((await sizeOf(files.proxy)) !== null) return false
  await decodeSound(studio.library, recording, track, files, { onProgress: () => undefined, ...options })
  return true
}

/**
 * A file's sound for a page, in a folder that `work` may use until it ends. Faults: those of
 * `recordingSound`.
 */
export async function withMediaSound<Result>(
  media: string,
  options: SmallSoundOptions,
  work: (sound: () => Promise<PageSound | LostSound>) => Promise<Result>,
): Promise<Result> {
  let folder: string | null = null
  let made: Promise<PageSound | LostSound> | null = null
  const make = async (): Promise<PageSound | LostSound> => {
    folder = await mkdtemp(path.join(tmpdir(), 'parolo-sound-'))
    const small = path.join(folder, 'sound.webm')
    return unlessUnreadable(() => smallOf(media, small, options))
  }
  try {
    return await work(() => (made ??= make()))
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true })
  }
}

/** Deletes copies made for other redactions or moments. */
export async function dropCopies(folder: string, kind: string): Promise<void> {
  const names = await readdir(folder)
  await Promise.all(
    names.filter((name) => name.includes(kind)).map((name) => rm(path.join(folder, name), { force: true })),
  )
}

async function smallOf(
  source: string,
  small: string,
  options: SmallSoundOptions,
): Promise<PageSound | LostSound> {
  const facts = await probe(source, { signal: options.signal })
  const bytes = await writeSmallSound(facts, small, options)
  return bytes === null ? { lost: 'sound-too-long' } : { path: small, bytes }
}

const STOPS: ReadonlySet<string> = new Set([
  'disk.failed',
  'disk.full',
  'disk.read-only',
  'drive.silent',
  'job.cancelled',
])

/**
 * The page is useful even without its sound: a problem with the recording is reported and does not stop it.
 */
export async function unlessUnreadable(
  make: () => Promise<PageSound | LostSound>,
): Promise<PageSound | LostSound> {
  try {
    return await make()
  } catch (error) {
    if (!(error instanceof Fault) || STOPS.has(error.code)) throw error
    if (error.code === 'sound.deleted') return { lost: 'sound-deleted' }
    return { lost: error.code === 'media.moved' ? 'sound-missing' : 'sound-unreadable' }
  }
}

/** The reason why a file is missing. */
export async function lostOf(library: Studios['library'], recordingId: string): Promise<LostSound['lost']> {
  const deletion = await library.soundDeletion(recordingId)
  return deletion?.deletedOn == null ? 'sound-missing' : 'sound-deleted'
}

/** Size of a file; null if it cannot be opened. */
export async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await factsOf(file)).bytes
  } catch (error) {
    if (codeOf(error) === undefined || error instanceof Fault) throw error
    return null
  }
}
