import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test'
import { engineEnvironment, type EngineKind } from '../support/engine-kind.ts'
import { type Dialogs, takeDialogs, uncaughtIn } from './dialogs.ts'

/** The build that journeys run in Electron. */
export const programFolder = fileURLToPath(new URL('../../', import.meta.url))

/** The Electron for journeys; undefined if none was named. */
const electronPath = process.env['PAROLO_ELECTRON']

/** Part of the name of every journey in the window, as the reason for skipping it. */
export const NEEDS_ELECTRON = '(needs PAROLO_ELECTRON)'

/** Arguments for `skip`: whether, and why. */
export const isLeftOut = [electronPath === undefined, 'PAROLO_ELECTRON names no Electron'] as const

/** Library, window state and page storage of one person. */
export interface Home {
  readonly folder: string
  readonly dataFolder: string
  /** Electron's own folder. */
  readonly profile: string
}

export interface Program {
  readonly app: ElectronApplication
  readonly page: Page
  /** Errors reported by the page: none in a successful journey. */
  readonly pageErrors: readonly string[]
  readonly dialogs: Dialogs
  /** Uncaught errors in main. */
  mainErrors(): Promise<readonly string[]>
  /** The item whose label begins with this text; null if there is none. */
  menuItem(start: string): Promise<{ readonly label: string; readonly enabled: boolean } | null>
  /** Waits until it can be chosen. */
  chooseMenu(start: string): Promise<void>
  /** Repeats until the page shows what is wanted. */
  chooseMenuUntil<Shown>(start: string, shown: () => Promise<Shown>, wanted: Shown): Promise<void>
  /** Quits as a person does: main asks first if a job is running. Resolves to the exit code. */
  quit(): Promise<number | null>
  /** Like a crash. */
  kill(): Promise<void>
  hasEnded(): boolean
  /** Resolves to its exit code when it has ended, null if it was killed. */
  ended(): Promise<number | null>
  readonly pid: number
}

export interface ProgramOptions {
  /** Files that the program is opened with. */
  readonly files?: readonly string[]
  /** Additional arguments for Chromium. */
  readonly words?: readonly string[]
  readonly language?: 'en' | 'fr'
  /** Default: the real one. */
  readonly engine?: EngineKind
  readonly env?: Readonly<Record<string, string>>
  /** A packaged program instead of Electron with the build. */
  readonly executablePath?: string
  /** Working directory, by default this folder. */
  readonly cwd?: string
}

/** Command-line arguments: the tests' Electron has neither a sandbox helper nor a GPU. */
export function programWords(home: Home, options: ProgramOptions = {}): string[] {
  return [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    `--lang=${options.language ?? 'en'}`,
    `--user-data-dir=${home.profile}`,
    ...(options.words ?? []),
    ...(options.executablePath === undefined ? [programFolder] : []),
    ...(options.files ?? []),
  ]
}

export function programEnvironment(home: Home, options: ProgramOptions = {}): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...inherited } = process.env
  const locale = options.language === 'fr' ? 'fr_FR.UTF-8' : 'en_GB.UTF-8'
  return {
    ...(inherited as Record<string, string>),
    // The tests' older Electron includes a Node that is too old for the library.
    PAROLO_NODE: process.execPath,
    PAROLO_HOME: home.dataFolder,
    LANG: locale,
    LC_ALL: locale,
    LANGUAGE: options.language ?? 'en',
    ...options.env,
  }
}

export function programPath(options: ProgramOptions = {}): string {
  const place = options.executablePath ?? electronPath
  if (place === undefined) throw new Error('PAROLO_ELECTRON names no Electron')
  return place
}

/** The studio's Node: the old Electron itself would reject the preload that loads another engine. */
async function studioNode(home: Home, engine: EngineKind = 'speech'): Promise<Record<string, string>> {
  const { NODE_OPTIONS: words } = engineEnvironment(engine)
  if (words === undefined) return {}
  const place = path.join(home.folder, 'node-without-models')
  const script = `#!/bin/sh\nNODE_OPTIONS='${words}' exec '${process.execPath}' "$@"\n`
  await writeFile(place, script, { mode: 0o755 })
  return { PAROLO_NODE: place }
}

/** Starts the program as a person would and waits for its page. */
export async function startProgram(home: Home, options: ProgramOptions = {}): Promise<Program> {
  const app = await _electron.launch({
    // The runner's own limit of 30 s is too short for a busy machine.
    timeout: 150_000,
    executablePath: programPath(options),
    args: programWords(home, options),
    env: { ...programEnvironment(home, options), ...(await studioNode(home, options.engine)) },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  })
  const dialogs = await takeDialogs(app)
  const page = await app.firstWindow()
  const pageErrors: string[] = []
  page.on('pageerror', (error) => pageErrors.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text())
  })
  const child = app.process()
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null
  let lastWords = ''
  child.stderr?.on('data', (words: Buffer) => {
    lastWords = (lastWords + words.toString()).slice(-200)
  })
  const gone = new Promise<number | null>((resolve) => {
    const end = (code: number | null, signal: string | null): void =>
      resolve(fellWithDebugger(signal, lastWords) ? 0 : code)
    if (hasEnded()) end(child.exitCode, child.signalCode)
    else child.once('exit', end)
  })
  const program: Program = {
    app,
    page,
    pageErrors,
    dialogs,
    mainErrors: () => uncaughtIn(app),
    menuItem: (start) => app.evaluate(findMenuItem, { start, click: false }),
    chooseMenu: (start) =>
      expect
        .poll(async () => (await app.evaluate(findMenuItem, { start, click: true }))?.enabled, start)
        .toBe(true),
    chooseMenuUntil: (start, shown, wanted) =>
      expect
        .poll(
          async () => {
            await app.evaluate(findMenuItem, { start, click: true })
            return await shown()
          },
          { message: start, intervals: [100] },
        )
        .toEqual(wanted),
    hasEnded,
    ended: () => gone,
    pid: child.pid ?? 0,
    quit: async () => {
      // The answer to the call may be lost with the program.
      void app.evaluate(({ app: main }) => main.quit()).catch(() => undefined)
      return await gone
    },
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
  return program
}

/**
 * One time in thirty the tests' old Electron crashes while waiting for Playwright's debugger to detach: the
 * program itself has ended by then, and without a debugger it ends well (60 times out of 60).
 */
function fellWithDebugger(signal: string | null, lastWords: string): boolean {
  return signal === 'SIGSEGV' && /Waiting for the debugger to disconnect\.\.\.\s*$/u.test(lastWords)
}

/** Runs in main. */
function findMenuItem(
  { Menu, BrowserWindow }: typeof Electron.CrossProcessExports,
  { start, click }: { readonly start: string; readonly click: boolean },
): { label: string; enabled: boolean } | null {
  const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
  // Without the marks of mnemonics.
  const textOf = (label: string): string => label.replaceAll(/&(.)/gu, '$1')
  const found = items.find(({ label }) => textOf(label).startsWith(start))
  if (found === undefined) return null
  const [window] = BrowserWindow.getAllWindows()
  if (click && found.enabled) found.click(undefined, window, window?.webContents)
  return { label: textOf(found.label), enabled: found.enabled }
}
