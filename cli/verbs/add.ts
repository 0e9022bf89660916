import { Fault } from '#contracts/errors'
import { addByPath } from '#studio/imports/originals'
import { readPreferences } from '#studio/preferences'
import type { Studio } from '#studio/studio'
import { fromWhereTheyStand, type Invocation } from '../arguments.ts'
import type { Terminal } from '../terminal.ts'

/** Puts files into the library; whatever page is open on it hears so by the library's events. */
export async function runAdd(
  studio: Studio,
  terminal: Terminal,
  invocation: Invocation,
  signal: AbortSignal,
): Promise<number> {
  if (invocation.words.length === 0) throw new Fault('usage.missing-file', { verb: 'add' })
  const { copyOriginals } = await readPreferences(studio.library)
  let failed = 0
  for (const file of invocation.words) {
    try {
      const path = fromWhereTheyStand(file)
      const { id, title } = await addByPath(studio, path, { copy: copyOriginals, signal })
      terminal.note('added', { id, title, file }, terminal.words('add.added', { id, title }))
    } catch (error) {
      if (signal.aborted) throw new Fault('job.cancelled', {}, undefined, error)
      failed++
      terminal.error(error, file)
    }
  }
  return failed > 0 ? 1 : 0
}
