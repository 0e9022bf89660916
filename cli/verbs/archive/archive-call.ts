import { Fault } from '#contracts/errors'
import type { Studio } from '#studio/studio'
import { type Invocation, resolveFromCallerDir } from '../../options/arguments.ts'
import type { Terminal } from '../../terminal/terminal.ts'

export interface ArchiveCall {
  readonly invocation: Invocation
  readonly terminal: Terminal
  readonly dataFolder: string
  readonly openAt: (folder: string) => Promise<Studio>
}

/** The single folder of an action. Fault `usage.missing-file`. */
export function archiveFolder({ words }: Invocation): string {
  const [folder, more] = words
  if (folder === undefined || more !== undefined) throw new Fault('usage.missing-file', { verb: 'archive' })
  return resolveFromCallerDir(folder)
}
