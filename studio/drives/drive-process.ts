import { type DriveError, type FromDrive, ToDrive } from '#contracts/drive'
import { Fault } from '#contracts/errors'
import { openParentChannel } from '#contracts/parent-channel'
import { codeOf } from '../faults/error-code.ts'
import { doDriveWork } from './drive-work.ts'

/**
 * The process that accesses one drive for a program: if the drive hangs, only this process hangs. It answers
 * numbered requests and ends when its channel closes.
 */

const PROGRESS_EVERY_MS = 250

const running = new Map<number, AbortController>()

// Ctrl-C reaches the whole process group; the program decides when a drive's process ends.
process.on('SIGINT', () => undefined)
const send = openParentChannel<FromDrive>(process, {
  message(message) {
    const checked = ToDrive.parse(message)
    const { number } = checked
    if (checked.kind === 'cancel') {
      running.get(number)?.abort()
      return
    }
    const controller = new AbortController()
    running.set(number, controller)
    let reportedAt = performance.now()
    const onBytes = (bytes: number): void => {
      if (performance.now() - reportedAt < PROGRESS_EVERY_MS) return
      reportedAt = performance.now()
      send({ kind: 'progress', number, bytes })
    }
    doDriveWork(checked.request, { signal: controller.signal, onBytes })
      .then(
        (result) => send({ kind: 'done', number, result }),
        (error: unknown) => send({ kind: 'failed', number, error: toSend(error) }),
      )
      .finally(() => running.delete(number))
  },
  // A normal exit would wait for a drive that does not respond.
  closed: () => void process.kill(process.pid, 'SIGKILL'),
})
send({ kind: 'ready' })

function toSend(error: unknown): DriveError {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof Fault) {
    const { code, values, detail } = error
    return { message, fault: { code, values: { ...values }, ...(detail === undefined ? {} : { detail }) } }
  }
  const code = codeOf(error)
  return { message, ...(code === undefined ? {} : { code }) }
}
