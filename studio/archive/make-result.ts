import { access, copyFile, mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import type { JobProgress } from '#contracts/progress'
import type { TranscribeSettings } from '#contracts/settings'
import type { ManifestRow } from '#core/archive/manifest'
import { checkpointPlace } from '#core/archive/places'
import { json } from '#core/formats/json/json'
import type { Term } from '#core/glossary/term'
import type { StoredRunCost } from '#core/sheet/run-cost'
import type { StartEngine } from '../engine-link/engine-child.ts'
import { transcriptDocument } from '../export/transcript-document.ts'
import { diskFault } from '../faults/disk-fault.ts'
import type { JobEngines } from '../recognition/job-engines.ts'
import { transcribe } from '../job-kinds/transcribe.ts'
import { importRecording } from '../originals/import-recording.ts'
import type { Library } from '../library/library.ts'
import { openLibrary } from '../library/open.ts'
import { LIBRARY_FILE } from '../library/database/library-file.ts'
import type { ModelStore } from '../models/model-store.ts'
import { codeOf } from '../faults/error-code.ts'
import type { WholeFiles } from './whole-files.ts'

export interface MakeResult {
  readonly dir: string
  readonly files: WholeFiles
  readonly row: ManifestRow
  readonly settings: TranscribeSettings
  readonly terms: readonly Term[]
  /** An empty folder on this computer's disk, emptied again afterwards. */
  readonly scratch: string
  readonly models: ModelStore
  readonly engines: JobEngines
  readonly startEngine: StartEngine
  readonly version: string
  readonly signal: AbortSignal
  readonly onProgress: (progress: JobProgress) => void
  /** Costs of its runs, however they ended. */
  readonly onCosts: (costs: readonly StoredRunCost[]) => void
}

/**
 * The `.parolo.json` of a recording, made in a library of its own. When stopped, keeps what is done for the
 * next attempt, on any computer. Faults: those of importing and transcribing; `archive.changed` if the file's
 * bytes differ from the manifest; `engine.failed` if passages could not be recognized.
 */
export async function makeResult(work: MakeResult): Promise<string> {
  const { dir, row, scratch, signal } = work
  const folder = path.join(scratch, row.sha256.slice(0, 16))
  const checkpoint = path.join(dir, checkpointPlace(row.key, row.sha256))
  const database = path.join(folder, LIBRARY_FILE)
  const startedAtMs = Date.now()
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw diskFault(error, folder)
  })
  try {
    await takeCheckpoint(checkpoint, database)
    const library = await openLibrary(folder)
    let text: string
    try {
      text = await transcribeInto(library, work)
    } finally {
      const costs = await library.allRunCosts()
      work.onCosts(costs.filter((cost) => cost.startedAtMs >= startedAtMs))
      await library.close()
    }
    await rm(checkpoint, { force: true })
    return text
  } catch (error) {
    // Only failed passages are tried again.
    const goesOn = signal.aborted || (error instanceof Fault && error.code === 'engine.failed')
    if (goesOn) await keepCheckpoint(work.files, database, checkpoint)
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function transcribeInto(library: Library, work: MakeResult): Promise<string> {
  const { row, settings, terms, models, engines, startEngine, version, signal, onProgress } = work
  const recording = await importRecording(library, row.path, signal)
  if (recording.sha256 !== row.sha256) throw new Fault('archive.changed', { file: row.path })
  if (terms.length > 0) await library.addTerms(recording.id, terms)
  const cacheFolder = path.join(library.folder, 'cache')
  const made = await transcribe(
    { library, models, cacheFolder, version, startEngine, engines },
    recording,
    settings,
    {
      signal,
      onProgress,
    },
  )
  const lost = made.counts.failedChunks
  if (lost > 0) throw new Fault('engine.failed', {}, `${lost} passages were not recognized`)
  const named = { title: row.title || path.parse(row.path).name, fileName: path.basename(row.path) }
  const document = await transcriptDocument(library, made.transcriptId, named)
  const written = json.write?.(document, { speakerLabel: String })
  if (written === undefined) throw new Error('the format is not written')
  return written.text
}

async function takeCheckpoint(checkpoint: string, database: string): Promise<void> {
  try {
    await copyFile(checkpoint, database)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw diskFault(error, checkpoint)
  }
}

/** The library is closed, so its file is complete. */
async function keepCheckpoint(files: WholeFiles, database: string, checkpoint: string): Promise<void> {
  const isThere = await access(database).then(
    () => true,
    () => false,
  )
  if (isThere) await files.replace(checkpoint, await readFile(database))
}
