import { Fault } from '#contracts/errors'
import { type Added, PathImports } from '#studio/imports/path-imports'
import { readPreferences } from '#studio/preferences'
import type { Studio } from '#studio/studio'
import { resolveFromCallerDir, type Invocation } from '../../options/arguments.ts'
import { reportCorrections } from '../../terminal/corrections.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { joiningOrder, runAddJoined } from './add-joined.ts'

/** Imports files into the library; open pages are updated by the library's events. */
export async function runAdd(
  studio: Studio,
  terminal: Terminal,
  invocation: Invocation,
  signal: AbortSignal,
): Promise<number> {
  if (invocation.words.length === 0) throw new Fault('usage.missing-file', { verb: 'add' })
  const order = joiningOrder(invocation)
  if (order !== null) return runAddJoined(studio, terminal, invocation, order, signal)
  const { copyOriginals } = await readPreferences(studio.library)
  const imports = new PathImports(studio)
  let failed = 0
  for (const file of invocation.words) {
    try {
      const path = resolveFromCallerDir(file)
      const added = await imports.add(path, { copy: copyOriginals, signal })
      reportAdded(terminal, file, added)
    } catch (error) {
      if (signal.aborted) throw new Fault('job.cancelled', {}, undefined, error)
      failed++
      terminal.error(error, file)
    }
  }
  return failed > 0 ? 1 : 0
}

function reportAdded(terminal: Terminal, file: string, added: Added): void {
  const { recording, text, soundIsBack } = added
  const { id, title } = recording
  if (text === null) {
    terminal.note('added', { id, title, file }, terminal.words('add.added', { id, title }))
    if (soundIsBack) terminal.note('sound-back', { id, title }, terminal.words('add.sound-back', { title }))
    return
  }
  const transcript = text.isNew ? 'new' : 'known'
  const key = text.isAnother ? 'add.transcript-another' : (`add.transcript-${transcript}` as const)
  terminal.note('transcript-added', { id, title, file, transcript }, terminal.words(key, { id, title, file }))
  reportCorrections(terminal, file, text.corrections)
}
