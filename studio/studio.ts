import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { StartEngine } from './engine-link/engine-child.ts'
import { forkEngine } from './engine-link/fork-engine.ts'
import { filesBelow } from './files-below.ts'
import { ownFolderOf } from './imports/originals.ts'
import type { Library } from './library/library.ts'
import { openLibrary } from './library/open.ts'
import { ModelStore } from './models/model-store.ts'

/** The program without a face: what every shell (command line, web, Electron) drives. */
export interface Studio {
  readonly library: Library
  readonly models: ModelStore
  readonly dataFolder: string
  readonly cacheFolder: string
  readonly version: string
  readonly startEngine: StartEngine
  readonly close: () => Promise<void>
}

/** Throws the faults of opening a library: `library.newer-version`, `library.network-drive`, `disk.read-only`, … */
export async function openStudio(dataFolder: string, startEngine = forkEngine()): Promise<Studio> {
  const version = await programVersion()
  const library = await openLibrary(dataFolder)
  return {
    library,
    models: modelStore(dataFolder),
    dataFolder: library.folder,
    cacheFolder: path.join(library.folder, 'cache'),
    version,
    startEngine,
    close: () => library.close(),
  }
}

/** The models alone, for what needs no library. */
export function modelStore(dataFolder: string): ModelStore {
  return new ModelStore(path.join(resourcesFolder(), 'models'), path.join(dataFolder, 'models'))
}

/** How open the embedded models are (studio/models/openness.ts reads it). */
export function opennessFile(): string {
  return path.join(resourcesFolder(), 'models', 'openness.json')
}

export async function programVersion(): Promise<string> {
  const text = await readFile(path.join(resourcesFolder(), '..', 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** Conversations that come with the program. */
export function samplesFolder(): string {
  return path.join(resourcesFolder(), 'samples')
}

/** From source `resources` stands beside `studio`; a build keeps it two folders above its bundles. */
function resourcesFolder(): string {
  const here = import.meta.url
  if (here.endsWith('.ts')) return fileURLToPath(new URL('../resources', here))
  return fileURLToPath(new URL(here.includes('/chunks/') ? '../../../resources' : '../../resources', here))
}

/** Deletes a recording with all that the library holds of it; the original stays. Counts the files that went. */
export async function deleteRecording(studio: Studio, recordingId: string): Promise<number> {
  const { path: original } = await studio.library.deleteRecording(recordingId)
  const folders = [path.join(studio.cacheFolder, recordingId)]
  // A copy of the library's own, or sent by a browser: nobody else has it.
  const own = ownFolderOf(studio.dataFolder, original)
  if (own !== null) folders.push(own)
  let files = 0
  for (const folder of folders) {
    files += (await filesBelow(folder)).length
    await rm(folder, { recursive: true, force: true })
  }
  return files
}
