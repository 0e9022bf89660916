import { Fault } from '#contracts/errors'
import { moveLibrary } from '#studio/backup/move-library'
import { badOption, type Invocation, resolveFromCallerDir } from '../../options/arguments.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/** Moves the library to another folder, where every program finds it from then on. */
export async function runMove(
  folder: string,
  terminal: Terminal,
  invocation: Invocation,
  signal: AbortSignal,
): Promise<number> {
  const [given, extra] = invocation.words
  if (given === undefined) throw new Fault('usage.missing-file', { verb: 'move' })
  if (extra !== undefined) throw badOption(invocation, 'data', extra)
  const to = resolveFromCallerDir(given)
  const recordings = await moveLibrary(folder, to, { signal })
  terminal.note(
    'moved',
    { recordings, from: folder, to },
    terminal.words('move.done', { recordings, folder: to }),
  )
  return 0
}
