import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { FromDrive, ToDrive } from '#contracts/drive'
import { entryLocation } from '../../processes/entry-location.ts'
import type { StartChild } from '../../processes/child-process.ts'
import { forkChild } from '../../processes/fork-child.ts'
import type { DriveLimits } from '../drive-link.ts'
import { Drives } from '../drives.ts'
import { useDrives } from '../files.ts'
import { mountedDrives } from '../mounted-drives.ts'

const forkDrive = forkChild<ToDrive>(entryLocation('studio/drives/drive-process.ts', 'drive'))

export interface OtherDrive {
  /** From now on requests are not answered, and processes with requests do not end. */
  readonly hang: () => void
  /** It responds again; processes that were told to end do so. */
  readonly recover: () => void
  /** Messages sent to its processes, in order. */
  readonly asked: ToDrive[]
  readonly drives: Drives
}

/** Files below `folder` are on a separate drive, with its own processes, until the test has ended. */
export function otherDrive(folder: string, limits: Partial<DriveLimits> = {}): OtherDrive {
  const asked: ToDrive[] = []
  const ends: (() => void)[] = []
  let isHung = false
  const start: StartChild<ToDrive> = (listener) => {
    const child = forkDrive({
      ...listener,
      message: (message) => {
        if (!isHung || (message as FromDrive).kind === 'ready') listener.message(message)
      },
      ended: (how) => {
        if (isHung) ends.push(() => listener.ended(how))
        else listener.ended(how)
      },
    })
    return {
      ...child,
      send: (message) => {
        asked.push(message)
        child.send(message)
      },
    }
  }
  const system = mountedDrives()
  const mounted = () => (full: string) =>
    full === folder || full.startsWith(folder + path.sep)
      ? { id: `test:${folder}`, name: folder }
      : system(full)
  const all: DriveLimits = {
    // A drive that works is slow on a busy machine; silence ends only what hangs.
    get silentMs() {
      return limits.silentMs ?? (isHung ? 300 : 60_000)
    },
    pauseMs: limits.pauseMs ?? 100,
    idleMs: limits.idleMs ?? 60_000,
    mostHanging: limits.mostHanging ?? 4,
  }
  const drives = new Drives({ start, mounted, limits: all })
  const before = useDrives(drives)
  onTestFinished(() => {
    useDrives(before)
    drives.close()
  })
  return {
    hang: () => (isHung = true),
    recover: () => {
      isHung = false
      for (const end of ends.splice(0)) end()
    },
    asked,
    drives,
  }
}
