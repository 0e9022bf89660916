import path from 'node:path'
import { Fault } from '#contracts/errors'
import { factsOf, makeOneFolder } from '../drives/files.ts'
import { codeOf } from '../faults/error-code.ts'

/**
 * Creates a folder and its missing parents. Rejects with the system's error; Node's own recursive `mkdir`
 * never returns if the system denies a folder with ENOENT, as below /proc.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeOneFolder(folder)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST' && (await isFolder(folder))) return
    const parent = path.dirname(folder)
    if (code !== 'ENOENT' || parent === folder) throw error
    // The parent exists if another program has just created it, or if the system denies a folder with ENOENT.
    if (await isFolder(parent)) return await mkdirOrFind(folder)
    await makeFolder(parent)
    await makeFolder(folder)
  }
}

async function mkdirOrFind(folder: string): Promise<void> {
  try {
    await makeOneFolder(folder)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' || !(await isFolder(folder))) throw error
  }
}

async function isFolder(file: string): Promise<boolean> {
  try {
    return (await factsOf(file)).kind === 'folder'
  } catch (error) {
    if (error instanceof Fault) throw error
    return false
  }
}
