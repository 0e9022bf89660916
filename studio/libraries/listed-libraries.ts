import path from 'node:path'
import { Fault } from '#contracts/errors'
import { libraryVersionAt, realPathOf } from '../drives/files.ts'
import { codeOf } from '../faults/error-code.ts'
import type { Library } from '../library/library.ts'
import { presentLibrary } from './present-library.ts'

/** JSON of the folders, as stored in a library's settings. */
const SETTING = 'libraries'

type Settings = Pick<Library, 'folder' | 'setting' | 'setSetting'>

/**
 * Folders of the libraries that are searched in addition to this one, in the order in which they were added.
 */
export async function listedLibraries(library: Settings): Promise<string[]> {
  const stored = await library.setting(SETTING)
  if (typeof stored !== 'string') return []
  const folders: unknown = JSON.parse(stored)
  return Array.isArray(folders) ? folders.filter((folder) => typeof folder === 'string') : []
}

/**
 * Lists the library in `folder`, without duplicates. Returns its current folder. Faults: `library.same`,
 * those of `readableVersion`, `move.not-there`, `drive.silent`.
 */
export async function listLibrary(library: Settings, folder: string): Promise<string> {
  const there = await presentLibrary(path.resolve(folder))
  await libraryVersionAt(there)
  const real = await realPathOf(there)
  if (real === (await realOf(library.folder))) throw new Fault('library.same', { folder: there })
  const listed = await listedLibraries(library)
  const known = await sameAs(real, listed)
  if (known !== undefined) return known
  await library.setSetting(SETTING, JSON.stringify([...listed, real]))
  return real
}

/** Removes a library from the list, deleting nothing in it. Fault `library.not-listed`. */
export async function unlistLibrary(library: Settings, folder: string): Promise<string> {
  const listed = await listedLibraries(library)
  const wanted = path.resolve(folder)
  // A missing folder has no real path.
  const known = listed.find((one) => one === wanted) ?? (await sameAs(await realOf(wanted), listed))
  if (known === undefined) throw new Fault('library.not-listed', { folder: wanted })
  const others = listed.filter((one) => one !== known)
  await library.setSetting(SETTING, others.length === 0 ? undefined : JSON.stringify(others))
  return known
}

async function sameAs(real: string, listed: readonly string[]): Promise<string | undefined> {
  const reals = await Promise.all(listed.map(realOf))
  return listed.find((_one, place) => reals[place] === real)
}

async function realOf(folder: string): Promise<string> {
  try {
    return await realPathOf(await presentLibrary(folder))
  } catch (error) {
    if (codeOf(error) === undefined && !(error instanceof Fault)) throw error
    return folder
  }
}
