import { mkdir, rm } from 'node:fs/promises'
import { Fault } from '#contracts/errors'
import { diskFault } from '../faults/disk-fault.ts'
import { freeBytes } from '../sound/free-space.ts'
import { bytesPerSecond } from './disk-watch.ts'
import { JournalFile } from './journal-file.ts'
import { RecorderLease } from './recorder-lease.ts'
import { MOST_RESERVE_BYTES, ReserveFile } from './reserve-file.ts'

/** Room for this much is enough to start. */
const LEAST_ROOM_SECONDS = 60

/** Takes over the folder of a recording whose writer is gone; null if a living process holds it. */
export async function takeOverFolder(folder: string, sources: number): Promise<PreparedFolder | null> {
  const lease = await RecorderLease.take(folder)
  if (lease === null) return null
  try {
    const reserve = new ReserveFile(folder)
    const spare = (await freeBytes(folder)) - bytesPerSecond(sources) * LEAST_ROOM_SECONDS
    await reserve.create(Math.max(0, Math.min(MOST_RESERVE_BYTES, spare)))
    return { lease, reserve, journal: await JournalFile.reopen(folder, () => reserve.giveUp()) }
  } catch (error) {
    await lease.release()
    throw diskFault(error, folder)
  }
}

export interface PreparedFolder {
  readonly lease: RecorderLease
  readonly reserve: ReserveFile
  readonly journal: JournalFile
}

/**
 * Makes the folder of a new recording, with its lease, its reserve and an empty journal. Faults: `disk.full` if there is
 * no room for one minute, `disk.read-only`, `disk.failed`; then nothing is left.
 */
export async function prepareFolder(folder: string, sources: number): Promise<PreparedFolder> {
  try {
    await mkdir(folder, { recursive: true })
    const free = await freeBytes(folder)
    const needed = bytesPerSecond(sources) * LEAST_ROOM_SECONDS
    if (free < needed) {
      const values = { neededMegabytes: Math.ceil(needed / 1e6), freeMegabytes: Math.floor(free / 1e6) }
      throw new Fault('disk.full', { folder, ...values })
    }
    const lease = await RecorderLease.take(folder)
    if (lease === null) throw new Error(`${folder} has a writer`)
    try {
      const reserve = new ReserveFile(folder)
      await reserve.create(Math.min(MOST_RESERVE_BYTES, free - needed))
      return { lease, reserve, journal: await JournalFile.create(folder, () => reserve.giveUp()) }
    } catch (error) {
      await lease.release()
      throw error
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw diskFault(error, folder)
  }
}
