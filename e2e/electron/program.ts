import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The Electron that journeys are made in; undefined where none was named. */
export const electronPath = process.env['PAROLO_ELECTRON']
/** Stands in the name of every journey in the window, as it is why one is left out. */
export const NEEDS_ELECTRON = '(needs PAROLO_ELECTRON)'

/** Library, window state and page storage of one person. */
export interface Home {
  readonly dataFolder: string
  /** Electron's own folder. */
  readonly profile: string
  remove(): Promise<void>
}

export interface Program {
  readonly app: ElectronApplication
  readonly page: Page
  /** What the page reported as errors: none in a journey that goes well. */
  readonly pageErrors: readonly string[]
  /** What nobody caught in main. */
  mainErrors(): Promise<readonly string[]>
  /** As a person quits: main asks first where a job runs. */
  quit(): Promise<void>
  /** As a crash would. */
  kill(): Promise<void>
}

export interface ProgramOptions {
  /** Files that the program is opened with. */
  readonly files?: readonly string[]
  readonly language?: 'en' | 'fr'
  readonly env?: Readonly<Record<string, string>>
  /** A packaged program in place of Electron with the build. */
  readonly executablePath?: string
}

export async function makeHome(): Promise<Home> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-window-'))
  return {
    dataFolder: path.join(folder, 'library'),
    profile: path.join(folder, 'profile'),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Words on the command line that every start needs: the tests' Electron has neither a sandbox helper nor a GPU. */
export function programWords(home: Home, options: ProgramOptions = {}): string[] {
  return [
    '--no-sandbox',
    '--disable-gpu',
    // What is written to the disk's shared memory is small in a container.
    '--disable-dev-shm-usage',
    `--lang=${options.language ?? 'en'}`,
    `--user-data-dir=${home.profile}`,
    ...(options.executablePath === undefined ? [process.env['PAROLO_BUILT'] ?? root] : []),
    ...(options.files ?? []),
  ]
}

export function programEnvironment(home: Home, options: ProgramOptions = {}): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...inherited } = process.env
  const locale = options.language === 'fr' ? 'fr_FR.UTF-8' : 'en_GB.UTF-8'
  return {
    ...(inherited as Record<string, string>),
    // The older Electron of the tests brings a Node that is too old for the library.
    PAROLO_NODE: process.execPath,
    PAROLO_HOME: home.dataFolder,
    LANG: locale,
    LC_ALL: locale,
    LANGUAGE: options.language ?? 'en',
    ...options.env,
  }
}

/** Starts the program as a person would and waits for its page. */
export async function startProgram(home: Home, options: ProgramOptions = {}): Promise<Program> {
  const executablePath = options.executablePath ?? electronPath
  if (executablePath === undefined) throw new Error('PAROLO_ELECTRON names no Electron')
  const app = await _electron.launch({
    executablePath,
    args: programWords(home, options),
    env: programEnvironment(home, options),
  })
  // Electron shows what nobody caught in a dialog that waits for a click: a journey reads it instead.
  await app.evaluate(() => {
    const seen: string[] = []
    Object.assign(globalThis, { uncaught: seen })
    process.on('uncaughtException', (error: Error) => void seen.push(error.stack ?? error.message))
  })
  const page = await app.firstWindow()
  const pageErrors: string[] = []
  page.on('pageerror', (error) => pageErrors.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text())
  })
  const child = app.process()
  const gone = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })
  return {
    app,
    page,
    pageErrors,
    mainErrors: () => app.evaluate(() => (globalThis as unknown as { uncaught: string[] }).uncaught),
    quit: async () => {
      await app.close()
      await gone
    },
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}
