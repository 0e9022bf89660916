import { Fault } from '#contracts/errors'
import type { WatchedFolder, WatchedFolderOptions } from '#studio/library/library'
import type { Studio } from '#studio/studio'
import { addWatchedFolder, realFolder, removeWatchedFolder } from '#studio/watch/change-folders'
import {
  badOption,
  choice,
  type Invocation,
  isOn,
  resolveFromCallerDir,
  text,
} from '../../options/arguments.ts'
import { readFormats } from '../../options/format-option.ts'
import { readLanguage, readSpeakers } from '../../options/transcribe-settings.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/** The requested action on folders. */
export type WatchPlan =
  | { readonly action: 'list'; readonly asJson: boolean }
  | { readonly action: 'remove'; readonly folders: readonly string[] }
  | ({
      readonly action: 'add' | 'watch'
      readonly folders: readonly string[]
      readonly once: boolean
    } & AskedOptions)

interface AskedOptions {
  /** Only the options that were given. */
  readonly options: Partial<WatchedFolderOptions>
  readonly existing: boolean
}

/**
 * Reads the options before opening anything. Throws `usage.bad-option`, `usage.missing-file`,
 * `format.unknown`.
 */
export function planWatch(invocation: Invocation): WatchPlan {
  const actions = (['add', 'remove', 'list'] as const).filter((name) => isOn(invocation, name))
  const [action = 'watch', second] = actions
  if (second !== undefined) throw badOption(invocation, second, '')
  const folders = invocation.words.map(resolveFromCallerDir)
  const once = isOn(invocation, 'once')
  const [first, extra] = invocation.words
  if (action === 'list') {
    if (first !== undefined) throw badOption(invocation, 'list', first)
    return { action, asJson: choice(invocation, 'format', ['text', 'json'], 'text') === 'json' }
  }
  if (action === 'watch') {
    if (extra !== undefined) throw badOption(invocation, 'watch', extra)
    if (first === undefined && once) throw new Fault('usage.missing-file', { verb: 'watch --once' })
  } else {
    if (once) throw badOption(invocation, 'once', '')
    if (first === undefined) throw new Fault('usage.missing-file', { verb: `watch --${action}` })
  }
  if (action === 'remove') return { action, folders }
  return { action, folders, once, ...askedOptions(invocation) }
}

function askedOptions(invocation: Invocation): AskedOptions {
  const isGiven = (name: string): boolean => text(invocation, name) !== undefined
  return {
    options: {
      ...(isGiven('language') ? { language: readLanguage(invocation) } : {}),
      ...(isGiven('speakers') ? { speakers: readSpeakers(invocation) } : {}),
      ...(isGiven('format') ? { formats: readFormats(invocation, false) } : {}),
      ...(isOn(invocation, 'subfolders') ? { withSubfolders: true } : {}),
    },
    existing: isOn(invocation, 'existing'),
  }
}

/** Changes and lists the folders of the setting. */
export async function runWatchSetting(
  studio: Studio,
  terminal: Terminal,
  plan: Exclude<WatchPlan, { readonly action: 'watch' }>,
  signal: AbortSignal,
): Promise<number> {
  if (plan.action === 'list') return list(studio, terminal, plan.asJson)
  let failed = 0
  for (const folder of plan.folders) {
    try {
      if (plan.action === 'add') await add(studio, terminal, folder, plan, signal)
      else await remove(studio, terminal, folder)
    } catch (error) {
      if (signal.aborted || !(error instanceof Fault)) throw error
      failed += 1
      terminal.error(error)
    }
  }
  return failed > 0 ? 1 : 0
}

/** The folder of a command that watches it while it runs, added if it is unknown. Throws `watch.known`, …. */
export async function folderToWatch(
  studio: Studio,
  folder: string,
  { options, existing, once }: AskedOptions & { readonly once: boolean },
  signal: AbortSignal,
): Promise<{ readonly folder: WatchedFolder; readonly isNew: boolean }> {
  const known = await knownFolder(studio, folder)
  if (known !== undefined && existing) throw new Fault('watch.known', { folder: known.path })
  const own = known === undefined ? { ...options, isSetting: false } : options
  const added = { path: folder, options: own, takesExisting: existing || once }
  return { folder: await addWatchedFolder(studio, added, signal), isNew: known === undefined }
}

async function add(
  studio: Studio,
  terminal: Terminal,
  folder: string,
  { options, existing }: AskedOptions,
  signal: AbortSignal,
): Promise<void> {
  const known = await knownFolder(studio, folder)
  if (known !== undefined && existing) throw new Fault('watch.known', { folder: known.path })
  const added = {
    path: folder,
    options: { ...options, isOn: true, isSetting: true },
    takesExisting: existing,
  }
  const { id, path } = await addWatchedFolder(studio, added, signal)
  const isChanged = known?.isSetting === true
  const key = isChanged ? 'watch.changed' : existing ? 'watch.added.existing' : 'watch.added'
  terminal.note(
    isChanged ? 'watch-changed' : 'watch-added',
    { id, folder: path },
    terminal.words(key, { folder: path }),
  )
}

async function remove(studio: Studio, terminal: Terminal, folder: string): Promise<void> {
  const all = await studio.library.watchedFolders()
  // A deleted folder has no real path.
  const known =
    all.find(({ path }) => path === folder) ?? (await knownFolder(studio, folder).catch(() => undefined))
  if (known === undefined) throw new Fault('watch.unknown', { folder })
  await removeWatchedFolder(studio, known.id, folder)
  terminal.note(
    'watch-removed',
    { id: known.id, folder: known.path },
    terminal.words('watch.removed', { folder: known.path }),
  )
}

async function knownFolder(studio: Studio, folder: string): Promise<WatchedFolder | undefined> {
  const real = await realFolder(studio, folder)
  return (await studio.library.watchedFolders()).find(({ path }) => path === real)
}

async function list({ library }: Studio, terminal: Terminal, asJson: boolean): Promise<number> {
  const folders = (await library.watchedFolders()).filter(({ isSetting }) => isSetting)
  const counts = await library.watchedCounts()
  const lines = folders.map(
    ({ id, path, language, speakers, formats, withSubfolders, isOn: on, problem }) => {
      const count = (state: string): number =>
        counts.find((one) => one.folderId === id && one.state === state)?.count ?? 0
      const tally = {
        written: count('written'),
        waiting: count('waiting'),
        troubled: count('refused') + count('unwritten'),
      }
      return {
        path,
        isOn: on,
        language,
        speakers,
        formats,
        withSubfolders,
        ...tally,
        problem: problem?.code ?? null,
      }
    },
  )
  if (asJson) terminal.result(`${JSON.stringify(lines, null, 2)}\n`)
  else if (lines.length === 0) terminal.note('no-folders', {}, terminal.words('watch.none'))
  else {
    for (const {
      path,
      isOn: on,
      language,
      speakers,
      formats,
      written,
      waiting,
      troubled,
      problem,
    } of lines) {
      const state = on ? (problem ?? terminal.words('watch.state.on')) : terminal.words('watch.state.off')
      const facts = [state, language, String(speakers ?? 'auto'), formats.join(',')]
      const tally = terminal.words('watch.counts', { written, waiting, troubled })
      terminal.lines([[path, ...facts, tally]])
    }
  }
  return 0
}
