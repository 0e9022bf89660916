import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { diskFault } from '../faults/disk-fault.ts'
import { makeFolder } from '../faults/make-folder.ts'
import { isProcessAlive, processIdentity } from '../processes/process-liveness.ts'
import { namesIn } from './whole-files.ts'

/** `parolo-archive.HOST.PID.START.XXXXXX`: tells whose it is. */
const PREFIX = 'parolo-archive'

/**
 * A folder of this process for its library, which a worker empties after each recording; those of workers on this
 * computer that are gone are removed. Throws the faults of the disk.
 */
export async function makeScratch(under: string): Promise<string> {
  const host = os.hostname().replaceAll(/[^\w-]/gu, '_')
  try {
    await makeFolder(under)
    for (const name of await namesIn(under)) {
      const [prefix, whose, pid, startTime, ...more] = name.split('.')
      if (prefix !== PREFIX || whose !== host || more.length !== 1) continue
      if (isProcessAlive({ pid: Number(pid), startTime: startTime || null })) continue
      await rm(path.join(under, name), { recursive: true, force: true }).catch(
        (error: NodeJS.ErrnoException) => {
          // Another user's.
          if (error.code !== 'EACCES' && error.code !== 'EPERM') throw error
        },
      )
    }
    const { pid, startTime } = processIdentity()
    return await mkdtemp(path.join(under, `${PREFIX}.${host}.${pid}.${startTime ?? ''}.`))
  } catch (error) {
    throw diskFault(error, under)
  }
}
