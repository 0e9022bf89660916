import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { diskFault } from '#studio/faults/disk-fault'
import { realFile } from './real-file.ts'

export interface OutputPlan {
  readonly folder: string
  readonly overwrite: boolean
  /** Real paths of inputs, which are never overwritten, and of files written by this run. */
  readonly inputs: ReadonlySet<string>
  readonly written: Set<string>
}

/**
 * The path of a file that may be written, as it is named and with links resolved. Throws `output.is-input`,
 * `output.is-written`, `output.exists`.
 */
export async function newOutput(
  plan: OutputPlan,
  fileName: string,
): Promise<{ readonly output: string; readonly real: string }> {
  const output = path.join(plan.folder, fileName)
  const real = await realFile(output)
  if (plan.inputs.has(real)) throw new Fault('output.is-input', { file: output })
  if (plan.written.has(real)) throw new Fault('output.is-written', { file: output })
  if (!plan.overwrite && (await isThere(output))) throw new Fault('output.exists', { file: output })
  return { output, real }
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw diskFault(error, file)
    },
  )
}
