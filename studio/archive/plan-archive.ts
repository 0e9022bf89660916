import { mkdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { ArchivePlan } from '#contracts/archive-plan'
import { describeFault } from '#contracts/describe-fault'
import { type ErrorCode, Fault } from '#contracts/errors'
import type { TranscribeSettings } from '#contracts/settings'
import { jobFiles } from '#core/archive/job-files/job-files'
import type { ListedRecording } from '#core/archive/list-file'
import { type ManifestRow, manifestHeader, manifestLine } from '#core/archive/manifest'
import { places, shardPlace } from '#core/archive/places'
import { equalShards } from '#core/archive/shards'
import { tsvLine } from '#core/archive/tsv'
import type { Term } from '#core/glossary/term'
import { type ProgramLanguage, say } from '#core/messages/messages'
import { diskFault } from '../faults/disk-fault.ts'
import { inParallel } from '../recognition/in-parallel.ts'
import type { ModelStore } from '../models/model-store.ts'
import { findRecordings, type FoundRecordings } from './find-recordings.ts'
import { RecordingKeys } from './recording-keys.ts'
import { ScannedFiles } from './scanned-files.ts'
import { namesIn, WholeFiles } from './whole-files.ts'

export interface PlanOptions {
  /** Files, folders and lists. */
  readonly inputs: readonly string[]
  readonly dir: string
  readonly settings: TranscribeSettings
  readonly glossary: readonly Term[]
  /** Hours of sound in each shard. */
  readonly hours: number
  readonly cpus: number
  readonly mem: string
  readonly models: ModelStore
  readonly version: string
  /** Language of texts written for people. */
  readonly language: ProgramLanguage
  readonly signal: AbortSignal
  readonly onProgress: (fraction: number) => void
}

export interface PlannedArchive extends ArchivePlan {
  readonly hoursOfSound: number
  /** Number of files with the same content as another one. */
  readonly duplicates: number
}

interface Refused {
  readonly path: string
  readonly reason: string
  readonly message: string
}

/** Network disks are faster with several requests in parallel. */
const READ_AT_ONCE = Math.max(4, os.availableParallelism())

/** Faults caused by the file itself. */
const ABOUT_THE_FILE: ReadonlySet<ErrorCode> = new Set([
  'media.not-found',
  'media.not-a-file',
  'media.empty-file',
  'media.unreadable',
  'media.unsupported',
  'media.no-audio',
  'media.stalled',
  'media.changed',
  'model.language',
])

/**
 * Writes an archive's plan into `dir`: the manifest, unreadable files, shards and the files for cluster
 * engines. Keeps existing results. Faults: `media.not-found` for an input, `archive.no-path-column`,
 * `archive.no-recordings`, `model.unknown`, `ffmpeg.missing`, `job.cancelled`, those of the disk.
 */
export async function planArchive(options: PlanOptions): Promise<PlannedArchive> {
  const { dir, models, settings, glossary, hours, cpus, mem } = options
  const found = await findRecordings(options.inputs, dir)
  const keys = new RecordingKeys(models, settings, glossary)
  // Report mistakes in the options before reading files.
  await keys.of({ language: '', speakers: '' })
  const { rows, refused, duplicates } = await readAll(found, keys, options)
  if (rows.length === 0 && refused.length === 0) throw new Fault('archive.no-recordings')
  const equal = equalShards(rows, hours, ({ sha256 }) => sha256)
  const shards = equal.length === 0 ? [[]] : equal
  const plan: ArchivePlan = {
    format: 'parolo-archive',
    version: 1,
    settings,
    glossary: [...glossary],
    hours,
    cpus,
    mem,
    recordings: rows.length,
    refused: refused.length,
    shards: shards.length,
  }
  await writeAll(options, plan, shards, rows, refused)
  const soundMs = rows.reduce((sum, { durationMs }) => sum + durationMs, 0)
  return { ...plan, hoursOfSound: soundMs / 3_600_000, duplicates }
}

async function readAll(
  { recordings, badLines }: FoundRecordings,
  keys: RecordingKeys,
  { dir, language, signal, onProgress }: PlanOptions,
): Promise<{ rows: ManifestRow[]; refused: Refused[]; duplicates: number }> {
  const scanned = await ScannedFiles.open(dir)
  const results = Array.from<ManifestRow | Refused>({ length: recordings.length })
  let read = 0
  await inParallel(recordings, READ_AT_ONCE, async (recording, index) => {
    results[index] = await readOne(recording, scanned, keys, language, signal)
    onProgress(++read / recordings.length)
  })
  const rows = new Map<string, ManifestRow>()
  const refused: Refused[] = badLines.map(({ list, line, path: file, problem, value }) => ({
    path: file,
    reason: `list.${problem}`,
    message: say(language, `archive.list.${problem}`, { list, line, value }),
  }))
  let duplicates = 0
  for (const result of results) {
    if ('reason' in result) refused.push(result)
    else if (rows.has(result.sha256)) duplicates++
    else rows.set(result.sha256, result)
  }
  return { rows: [...rows.values()], refused, duplicates }
}

async function readOne(
  recording: ListedRecording,
  scanned: ScannedFiles,
  keys: RecordingKeys,
  language: ProgramLanguage,
  signal: AbortSignal,
): Promise<ManifestRow | Refused> {
  const { path: file } = recording
  try {
    if (signal.aborted) throw new Fault('job.cancelled')
    const { key } = await keys.of(recording)
    return { ...recording, ...(await scanned.read(file, signal)), key }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const isOfFile = ABOUT_THE_FILE.has(error.code) || error.values.folder === file
    if (!isOfFile) throw error
    return { path: file, reason: error.code, message: describeFault(error, language, 'terminal').message }
  }
}

async function writeAll(
  { dir, language, version }: PlanOptions,
  plan: ArchivePlan,
  shards: readonly (readonly ManifestRow[])[],
  rows: readonly ManifestRow[],
  refused: readonly Refused[],
): Promise<void> {
  const files = new WholeFiles(path.join(dir, places.parts))
  await files.removeLeftParts()
  try {
    for (const folder of [places.shards, places.logs, places.done])
      await mkdir(path.join(dir, folder), { recursive: true })
  } catch (error) {
    throw diskFault(error, dir)
  }
  const write = (place: string, content: string): Promise<void> =>
    files.replace(path.join(dir, place), content)
  const table = (some: readonly ManifestRow[]): string => manifestHeader + some.map(manifestLine).join('')
  await write(places.refused, refusedTable(refused))
  await inParallel(shards, READ_AT_ONCE, (some, shard) => write(shardPlace(shard), table(some)))
  await write(places.manifest, table(rows))
  await removeOtherShards(dir, shards.length)
  const made = jobFiles({
    dir: path.resolve(dir),
    shards: shards.length,
    cpus: plan.cpus,
    mem: plan.mem,
    version,
    language,
    folders: commonFolders(rows),
  })
  for (const [name, content] of Object.entries(made)) await write(name, content)
  // Written last, as it makes the folder a plan.
  await write(places.plan, `${JSON.stringify(plan, null, 2)}\n`)
}

function refusedTable(refused: readonly Refused[]): string {
  const lines = refused.map(({ path: file, reason, message }) => tsvLine([file, reason, message]))
  return tsvLine(['path', 'reason', 'message']) + lines.join('')
}

/** Removes shards of an earlier plan that had more. */
async function removeOtherShards(dir: string, count: number): Promise<void> {
  const folder = path.join(dir, places.shards)
  for (const name of await namesIn(folder)) {
    const shard = /^(\d+)\.tsv$/u.exec(name)?.[1]
    if (shard !== undefined && Number(shard) >= count) await rm(path.join(folder, name), { force: true })
  }
}

/** The common folder of all recordings or, if that would be the root, the first folders of their paths. */
function commonFolders(rows: readonly ManifestRow[]): string[] {
  const split = rows.map(({ path: file }) => path.dirname(file).split(path.sep))
  const [first = []] = split
  let depth = first.length
  for (const parts of split) {
    while (depth > 0 && parts.slice(0, depth).join('\n') !== first.slice(0, depth).join('\n')) depth--
  }
  if (depth > 1) return [first.slice(0, depth).join(path.sep)]
  return [...new Set(split.map((parts) => parts.slice(0, 2).join(path.sep) || path.sep))].sort()
}
