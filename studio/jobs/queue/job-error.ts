import { describeFault } from '#contracts/describe-fault'
import { Fault, type WireError } from '#contracts/errors'
import { withoutPaths } from '../../faults/without-paths.ts'
import type { JobError } from '../../library/tables/jobs.ts'

/** Why a job failed, as it is kept: English, and the values that give it words in any language. */
export function jobErrorOf(error: unknown): JobError {
  return { ...describeFault(error, 'en'), ...(error instanceof Fault ? { values: error.values } : {}) }
}

/** In the language of the one who asks; a page in a browser (`local` false) is told no paths. */
export function jobErrorFor(error: JobError, language: 'en' | 'fr', local: boolean): WireError {
  const { code, message, remedy, detail, values } = error
  // Kept by an older program: its words are all there is.
  if (values === undefined) {
    return {
      code,
      message,
      ...(remedy === undefined ? {} : { remedy }),
      ...(detail === undefined ? {} : { detail }),
    }
  }
  const fault = new Fault(code, values, detail)
  return describeFault(local ? fault : withoutPaths(fault), language)
}
