import { Fault } from '#contracts/errors'
import { factsOf } from '../drives/files.ts'
import { codeOf } from '../faults/error-code.ts'

/** `drive.silent` if a file's drive is unresponsive now, which explains a stalled read; else null. */
export async function silenceOf(file: string): Promise<Fault | null> {
  try {
    await factsOf(file)
  } catch (error) {
    if (error instanceof Fault && error.code === 'drive.silent') return error
    // Any other problem is found when it is read again.
    if (codeOf(error) === undefined) throw error
  }
  return null
}
