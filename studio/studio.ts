import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { currentDrives } from './drives/files.ts'
import type { StartEngine } from './engine-link/engine-child.ts'
import { forkEngine } from './engine-link/fork-engine.ts'
import type { Library } from './library/library.ts'
import type { OnOpeningStep } from './library/opening-step.ts'
import { openLibrary } from './library/open.ts'
import { ModelStore } from './models/model-store.ts'
import { resourcesFolder } from './processes/resources-folder.ts'

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
export async function openStudio(
  dataFolder: string,
  startEngine = forkEngine(),
  onStep?: OnOpeningStep,
): Promise<Studio> {
  const version = await programVersion()
  const library = await openLibrary(dataFolder, onStep === undefined ? {} : { onStep })
  await currentDrives().addOwn(library.folder)
  return {
    library,
    models: modelStore(library.folder),
    dataFolder: library.folder,
    cacheFolder: path.join(library.folder, 'cache'),
    version,
    startEngine,
    close: () => library.close(),
  }
}

/** Only the models, for callers that need no library. */
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

/** Address that publishes the newest version, a build setting; empty for none. */
export async function newestVersionAddress(): Promise<string> {
  const text = await readFile(path.join(resourcesFolder(), 'build.json'), 'utf8')
  return (JSON.parse(text) as { newestVersionAddress: string }).newestVersionAddress
}

/** Sample recordings included in the program. */
export function samplesFolder(): string {
  return path.join(resourcesFolder(), 'samples')
}
