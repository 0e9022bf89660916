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

/** The program without a user interface, used by every host (command line, web, Electron). */
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

/** The models alone, for callers that need no library. */
export function modelStore(dataFolder: string): ModelStore {
  return new ModelStore(path.join(resourcesFolder(), 'models'), path.join(dataFolder, 'models'))
}

/** Openness ratings of the embedded models (read by studio/models/openness.ts). */
export function opennessFile(): string {
  return path.join(resourcesFolder(), 'models', 'openness.json')
}

export async function programVersion(): Promise<string> {
  const text = await readFile(path.join(resourcesFolder(), '..', 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** Sample recordings included in the program. */
export function samplesFolder(): string {
  return path.join(resourcesFolder(), 'samples')
}

/** From source, `resources` is beside `studio`; in a build it is two folders above the bundles. */
function resourcesFolder(): string {
  const here = import.meta.url
  if (here.endsWith('.ts')) return fileURLToPath(new URL('../resources', here))
  return fileURLToPath(new URL(here.includes('/chunks/') ? '../../../resources' : '../../resources', here))
}

/**
 * Deletes a recording and everything that the library stores for it; a person's own original is kept. Returns the
 * number of deleted files.
 */
export async function deleteRecording(
  studio: Pick<Studio, 'library' | 'dataFolder' | 'cacheFolder'>,
  recordingId: string,
): Promise<number> {
  const { path: original } = await studio.library.deleteRecording(recordingId)
  const folders = [path.join(studio.cacheFolder, recordingId)]
  // A copy kept by the library, possibly uploaded by a browser: there may be no other.
  const own = ownFolderOf(studio.dataFolder, original)
  if (own !== null) folders.push(own)
  let files = 0
  for (const folder of folders) {
    files += (await filesBelow(folder)).length
    await rm(folder, { recursive: true, force: true })
  }
  return files
}
