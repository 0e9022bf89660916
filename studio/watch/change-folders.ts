import { createHash, randomBytes } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { factsOf, realPathOf } from '../drives/files.ts'
import type { WatchedFolder, WatchedFolderOptions } from '../library/library.ts'
import type { KeyedFile } from '../library/tables/sources/watched-folders.ts'
import type { Studio } from '../studio.ts'
import { folderFault } from './folder-fault.ts'
import { fileKey, readFacts, scanFolder } from './scan-folder.ts'

export const WATCH_DEFAULTS: WatchedFolderOptions = {
  language: 'auto',
  speakers: null,
  formats: ['srt'],
  withSubfolders: false,
  isOn: true,
  isSetting: true,
}

type Parts = Pick<Studio, 'library' | 'dataFolder'>

export interface AddWatchedFolder {
  readonly path: string
  readonly options: Partial<WatchedFolderOptions>
  /** Also includes the files that are already there. */
  readonly takesExisting: boolean
}

/**
 * Adds a watched folder, or changes the options of an existing one. Returns it. Throws `watch.gone`,
 * `watch.not-a-folder`, `watch.unreadable`, `watch.library`.
 */
export async function addWatchedFolder(
  parts: Parts,
  { path: given, options, takesExisting }: AddWatchedFolder,
  signal: AbortSignal,
  now: () => number = Date.now,
): Promise<WatchedFolder> {
  const { library } = parts
  const folder = await realFolder(parts, given)
  const all = await library.watchedFolders()
  const known = all.find((one) => one.path === folder)
  if (known !== undefined) {
    await change(parts, all, known, options, signal)
    return stored(parts, known.id)
  }
  const id = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  const salt = randomBytes(16).toString('hex')
  const made = { ...WATCH_DEFAULTS, ...options, id, path: folder, salt, addedAtMs: now() }
  const there = takesExisting ? [] : await filesThere(parts, all, made, signal)
  await library.putWatchedFolder(made, there)
  return stored(parts, id)
}

/** Changes the options of a folder. Throws `watch.unknown`. */
export async function changeWatchedFolder(
  parts: Parts,
  id: string,
  options: Partial<WatchedFolderOptions>,
  signal: AbortSignal,
): Promise<void> {
  const all = await parts.library.watchedFolders()
  const known = all.find((one) => one.id === id)
  if (known === undefined) throw new Fault('watch.unknown', { folder: id })
  await change(parts, all, known, options, signal)
}

/** Keeps its recordings, texts and written files. Throws `watch.unknown`. */
export async function removeWatchedFolder({ library }: Parts, id: string, named = id): Promise<void> {
  if (!(await library.removeWatchedFolder(id))) throw new Fault('watch.unknown', { folder: named })
}

/** Number of recordings currently in a folder. Throws the faults of `addWatchedFolder`. */
export async function countRecordings(
  parts: Parts,
  given: string,
  withSubfolders: boolean,
  signal: AbortSignal,
): Promise<{ readonly path: string; readonly count: number }> {
  const folder = await realFolder(parts, given)
  const all = await parts.library.watchedFolders()
  const there = await filesThere(parts, all, { path: folder, salt: '', withSubfolders }, signal)
  return { path: folder, count: there.length }
}

/** The path with links resolved. */
export async function realFolder({ dataFolder }: Pick<Parts, 'dataFolder'>, given: string): Promise<string> {
  const full = path.resolve(given)
  const folder = await realPathOf(full).catch((error: unknown) => {
    throw folderFault(error, full)
  })
  if ((await factsOf(folder)).kind !== 'folder') throw new Fault('watch.not-a-folder', { folder: full })
  const below = path.relative(await realpath(dataFolder), folder)
  const isInLibrary =
    below === '' || (below !== '..' && !below.startsWith(`..${path.sep}`) && !path.isAbsolute(below))
  if (isInLibrary) throw new Fault('watch.library', { folder: full })
  return folder
}

async function change(
  parts: Parts,
  all: readonly WatchedFolder[],
  known: WatchedFolder,
  options: Partial<WatchedFolderOptions>,
  signal: AbortSignal,
): Promise<void> {
  const changed = { ...known, ...options }
  // Files in newly included subfolders count as existing ones.
  const isWider = changed.withSubfolders && !known.withSubfolders
  const there = isWider ? await filesThere(parts, all, changed, signal) : []
  const below = there.filter(({ isBelow }) => isBelow)
  await parts.library.putWatchedFolder(changed, below)
}

async function filesThere(
  { dataFolder }: Parts,
  all: readonly WatchedFolder[],
  { path: folder, salt, withSubfolders }: Pick<WatchedFolder, 'path' | 'salt' | 'withSubfolders'>,
  signal: AbortSignal,
): Promise<(KeyedFile & { readonly isBelow: boolean })[]> {
  const others = all.map((one) => one.path).filter((one) => one !== folder)
  const except = new Set([...others, await realpath(dataFolder)])
  try {
    const { files } = await scanFolder(folder, { withSubfolders, except, signal })
    const facts = await readFacts(folder, files, signal)
    return [...facts].map(([file, found]) => ({
      key: fileKey(salt, file),
      ...found,
      isBelow: file.includes('/'),
    }))
  } catch (error) {
    signal.throwIfAborted()
    throw folderFault(error, folder)
  }
}

async function stored({ library }: Parts, id: string): Promise<WatchedFolder> {
  const folder = (await library.watchedFolders()).find((one) => one.id === id)
  if (folder === undefined) throw new Fault('watch.unknown', { folder: id })
  return folder
}
