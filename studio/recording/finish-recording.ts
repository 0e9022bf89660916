import { link, open, rm, utimes } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import type { RecordingCodec } from '#contracts/recording-codec'
import { type Alignment, alignSources } from '#core/recording/align-sources'
import { RECORDING_RATE } from '#core/recording/block'
import type { DecodedLine } from '#core/live-text/live-record'
import type { JournalState } from '#core/recording/journal-state'
import { diskFault } from '../faults/disk-fault.ts'
import { keepMade } from '../originals/keep-made.ts'
import type { Library } from '../library/library.ts'
import type { StoredRecording } from '../library/tables/recordings/recordings.ts'
import { checkJoined } from './check-joined.ts'
import { type ClosedParts, closeParts } from './close-parts.ts'
import { JOINED_NAME, joinParts } from './join-parts.ts'
import { dropSpoolPlace } from './spool-place.ts'
import { syncFolder } from './sync-folder.ts'

/** Share of the time spent on writing the file; the rest is reading it back. */
const JOIN_SHARE = 0.6

export interface FinishOptions {
  readonly library: Library
  readonly dataFolder: string
  readonly codec: RecordingCodec
  readonly signal: AbortSignal
  /** Fraction of the work, 0–1. */
  readonly onProgress?: (fraction: number) => void
}

/**
 * Makes one file from a recording whose writer has ended or died, adds it to the library and deletes the
 * parts, but only once the file is verified to contain them. Only for the holder of the lease. Null if
 * nothing was recorded. A fault leaves the parts unchanged: `disk.full`, `recorder.not-equal`,
 * `ffmpeg.missing`, `ffmpeg.failed`, …
 */
export async function finishRecording(
  folder: string,
  state: JournalState,
  options: FinishOptions,
): Promise<StoredRecording | null> {
  const { library } = options
  try {
    const known = await library.recordingOfRunning(state.start.id)
    const added = known === null ? await addClosed(folder, await closeParts(folder, state), options) : null
    // Empty, or already in the library.
    await rm(folder, { recursive: true, force: true })
    await dropSpoolPlace(folder)
    return known === null ? added : await library.recording(known)
  } catch (error) {
    throw diskFault(error, folder)
  }
}

/** Null if nothing was recorded. */
async function addClosed(
  folder: string,
  { state, frames: lengths }: ClosedParts,
  options: FinishOptions,
): Promise<StoredRecording | null> {
  const alignment = alignSources(state.clock, lengths)
  const { frames, inFile, fromSource } = alignment
  if (frames === 0) return null
  const { start, title, consent, moments, live, stopped } = state
  const file = await joinedFile(folder, state, alignment, options)
  const durationMs = Math.round((frames * 1000) / RECORDING_RATE)
  const endedAtMs = stopped?.atMs ?? start.atMs + durationMs
  // Exports date a recording by its file.
  await utimes(file, new Date(), new Date(endedAtMs))
  const { recording } = await keepMade(options.dataFolder, file, {
    title,
    fileName: `${title}${path.extname(file)}`,
    signal: options.signal,
  })
  await syncFolder(path.dirname(recording.path))
  const { language, people, type, sources } = start
  return options.library.addRecorded({
    runningId: start.id,
    recording,
    facts: {
      startedAtMs: start.atMs,
      endedAtMs,
      durationMs,
      language,
      people,
      type,
      consent,
      sources,
      synced: state.synced,
    },
    moments: moments.map((moment) => ({ ...moment, atMs: wholeMs(inFile(moment.atMs)) })),
    live: { ...live, lines: live.lines.map((line) => lineInFile(fromSource, line)) },
    isRecovered: stopped === null,
  })
}

const wholeMs = (ms: number): number => Math.max(0, Math.round(ms))

/** Converts a live line's times to those of its source's file. */
function lineInFile(fromSource: Alignment['fromSource'], line: DecodedLine): DecodedLine {
  const placed = <Timed extends { readonly startMs: number; readonly endMs: number }>(one: Timed): Timed => ({
    ...one,
    startMs: wholeMs(fromSource(line.source, one.startMs)),
    endMs: wholeMs(fromSource(line.source, one.endMs)),
  })
  return { ...placed(line), words: line.words?.map(placed) ?? null }
}

async function joinedFile(
  folder: string,
  state: JournalState,
  alignment: Alignment,
  options: FinishOptions,
): Promise<string> {
  const { codec, signal, onProgress = () => undefined } = options
  let file: string
  try {
    file = await joinParts(folder, state, alignment, {
      codec,
      signal,
      onProgress: (fraction) => onProgress(fraction * JOIN_SHARE),
    })
    await checkJoined(folder, state, alignment, {
      codec,
      signal,
      onProgress: (fraction) => onProgress(JOIN_SHARE + fraction * (1 - JOIN_SHARE)),
    })
  } catch (error) {
    const own = await ownPart(folder, state, error)
    if (own === null) throw error
    file = own
  }
  await syncFile(file)
  return file
}

/** On a full disk a recording with a single file is kept as it is: another link to it takes no space. */
async function ownPart(folder: string, { parts }: JournalState, error: unknown): Promise<string | null> {
  const [files = [], ...others] = parts
  const [only, ...more] = files
  const fault = diskFault(error, folder)
  const isFull = fault instanceof Fault && fault.code === 'disk.full'
  if (!isFull || only === undefined || others.length + more.length > 0) return null
  await rm(path.join(folder, JOINED_NAME), { force: true })
  const own = path.join(folder, 'sound.wav')
  await rm(own, { force: true })
  // A disk without links keeps the part until there is space.
  return await link(path.join(folder, only), own).then(
    () => own,
    () => null,
  )
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.datasync()
  } finally {
    await handle.close()
  }
}
