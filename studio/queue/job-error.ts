import { describeFault } from '#contracts/describe-fault'
import { Fault, type WireError } from '#contracts/errors'
import { withoutPaths } from '../faults/without-paths.ts'
import type { JobError } from '../library/tables/jobs/jobs.ts'

/** Why a job failed, as stored: the English text, and the values that other languages need for it. */
export function jobErrorOf(error: unknown): JobError {
  return { ...describeFault(error, 'en'), ...(error instanceof Fault ? { values: error.values } : {}) }
}

/** The fault that a stored error was made of; of one that an older program stored, without the values. */
export const faultOf = ({ code, values = {}, detail }: JobError): Fault => new Fault(code, values, detail)

/** In the given language; a page in a browser (`local` false) gets no paths. */
export function jobErrorFor(error: JobError, language: 'en' | 'fr', local: boolean): WireError {
  const { code, message, remedy, detail, values } = error
  // Stored by an older program: only its text is available.
  if (values === undefined) {
    return {
      code,
      message,
      ...(remedy === undefined ? {} : { remedy }),
      ...(detail === undefined ? {} : { detail }),
    }
  }
  const fault = faultOf(error)
  return describeFault(local ? fault : withoutPaths(fault), language)
}
