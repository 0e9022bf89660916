import { realpathSync } from 'node:fs'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { codeOf } from '../faults/error-code.ts'
import { readableVersion } from '../library/database/open-to-read.ts'
import type { Library } from '../library/library.ts'
import { presentFolder } from '../moved-library.ts'

/** JSON of the folders, as a library's settings keep it. */
const SETTING = 'libraries'

type Settings = Pick<Library, 'folder' | 'setting' | 'setSetting'>

/** Folders of the libraries that are searched beside this one, in the order in which they were added. */
export async function listedLibraries(library: Settings): Promise<string[]> {
  const stored = await library.setting(SETTING)
  if (typeof stored !== 'string') return []
  const folders: unknown = JSON.parse(stored)
  return Array.isArray(folders) ? folders.filter((folder) => typeof folder === 'string') : []
}

/**
 * Lists the library in `folder`; one that is listed already is not listed again. Returns its folder, where it is now. Faults:
 * `library.same`, those of `readableVersion`, `move.not-there`.
 */
export async function listLibrary(library: Settings, folder: string): Promise<string> {
  const there = presentFolder(path.resolve(folder))
  readableVersion(there)
  const real = realpathSync(there)
  if (real === realOf(library.folder)) throw new Fault('library.same', { folder: there })
  const listed = await listedLibraries(library)
  const known = listed.find((one) => realOf(one) === real)
  if (known !== undefined) return known
  await library.setSetting(SETTING, JSON.stringify([...listed, real]))
  return real
}

/** Takes a library off the list; nothing of it is deleted. Fault `library.not-listed`. */
export async function unlistLibrary(library: Settings, folder: string): Promise<string> {
  const listed = await listedLibraries(library)
  const wanted = path.resolve(folder)
  // One that is gone has no real path.
  const known = listed.find((one) => one === wanted) ?? listed.find((one) => realOf(one) === realOf(wanted))
  if (known === undefined) throw new Fault('library.not-listed', { folder: wanted })
  const others = listed.filter((one) => one !== known)
  await library.setSetting(SETTING, others.length === 0 ? undefined : JSON.stringify(others))
  return known
}

function realOf(folder: string): string {
  try {
    return realpathSync(presentFolder(folder))
  } catch (error) {
    if (codeOf(error) === undefined && !(error instanceof Fault)) throw error
    return folder
  }
}
