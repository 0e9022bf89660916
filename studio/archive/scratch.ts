import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { diskFault } from '../faults/disk-fault.ts'
import { codeOf } from '../faults/error-code.ts'
import { makeFolder } from '../files/make-folder.ts'
import { bootId } from '../processes/boot-id.ts'
import { isProcessAlive } from '../processes/process-liveness.ts'
import { namesIn } from './whole-files.ts'
import { ownProcess } from '../processes/placed-process.ts'

/** `parolo-archive.HOST.NAMESPACE.PID.START.XXXXXX`: identifies the owner. */
const PREFIX = 'parolo-archive'

/**
 * A folder of this process for its library, which a worker empties after each recording; removes those of
 * dead workers on this computer. Throws the faults of the disk.
 */
export async function makeScratch(under: string): Promise<string> {
  const { host, pidNamespace, pid, startTime } = ownProcess()
  // Pids of another container cannot be compared with those here; anything from before the last boot is
  // removed too.
  const container = pidNamespace.slice(bootId().length)
  const own = [PREFIX, ...[host, container].map((part) => part.replaceAll(/[^\w-]/gu, '_'))].join('.')
  try {
    await makeFolder(under)
    for (const name of await namesIn(under)) {
      const [pidText = '', startText = '', ...more] = name.startsWith(`${own}.`)
        ? name.slice(own.length + 1).split('.')
        : []
      if (more.length !== 1 || isProcessAlive({ pid: Number(pidText), startTime: startText || null }))
        continue
      await rm(path.join(under, name), { recursive: true, force: true }).catch((error: unknown) => {
        // Another user's folder.
        if (codeOf(error) !== 'EACCES' && codeOf(error) !== 'EPERM') throw error
      })
    }
    return await mkdtemp(path.join(under, `${own}.${pid}.${startTime ?? ''}.`))
  } catch (error) {
    throw diskFault(error, under)
  }
}
