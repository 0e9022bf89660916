import { readFileSync } from 'node:fs'
import path from 'node:path'
import { codeOf } from '../faults/error-code.ts'

/** The drive of a path, from the system's own list: an unresponsive drive is not accessed. */
export interface Drive {
  /** Identical for two folders on one drive. */
  readonly id: string
  /** As shown to a person: its mount point, letter or share. */
  readonly name: string
}

/** The drive of an absolute path as written: links in it are not followed. */
export type FindDrive = (full: string) => Drive

/** The drives currently present. */
export function mountedDrives(platform: NodeJS.Platform = process.platform): FindDrive {
  if (platform === 'linux') return findByMounts(readMounts())
  if (platform === 'win32') return driveOfWindows
  return driveOfVolumes
}

/** Empty if the system provides no list, as in a sandbox: everything is one drive then. */
function readMounts(): string {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'EACCES') return ''
    throw error
  }
}

/** `mountinfo`: see proc(5). */
export function findByMounts(mountinfo: string): FindDrive {
  const mounts = new Map<string, Drive>()
  for (const line of mountinfo.split('\n')) {
    const [, , id, , place] = line.split(' ')
    if (id === undefined || place === undefined) continue
    const name = place.replace(/\\([0-7]{3})/gu, (_all, octal: string) =>
      String.fromCodePoint(Number.parseInt(octal, 8)),
    )
    // A later mount at the same place hides earlier ones.
    mounts.set(name, { id, name })
  }
  return (full) => {
    for (let at = full; ; at = path.posix.dirname(at)) {
      const mount = mounts.get(at)
      if (mount !== undefined) return mount
      if (at === path.posix.dirname(at)) return { id: '/', name: '/' }
    }
  }
}

/** A letter or a share: `C:`, `\\server\share`. */
export const driveOfWindows: FindDrive = (full) => {
  const name = path.win32.parse(full).root.replace(/\\+$/u, '')
  return { id: name.toUpperCase(), name }
}

/** On a Mac, other drives are shown below /Volumes. */
export const driveOfVolumes: FindDrive = (full) => {
  const volume = /^\/Volumes\/[^/]+/u.exec(full)?.[0] ?? '/'
  return { id: volume, name: volume }
}
