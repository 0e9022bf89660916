import { restoreLibrary } from '#studio/backup/restore-library'
import { askPassphrase } from '../../answers/passphrase.ts'
import { isOn, type Invocation } from '../../options/arguments.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { onlyFile } from '../backup/run-backup.ts'

export async function runRestore(
  folder: string,
  terminal: Terminal,
  invocation: Invocation,
  signal: AbortSignal,
): Promise<number> {
  const file = onlyFile(invocation)
  const passphrase = await askPassphrase(terminal, invocation, { isNew: false })
  const replace = isOn(invocation, 'replace')
  const { recordings, replacedAt } = await restoreLibrary(file, folder, { passphrase, replace, signal })
  terminal.note(
    'restored',
    { recordings, folder, replacedAt },
    terminal.words('backup.restored', { recordings, folder }),
  )
  if (replacedAt !== null) {
    const words = terminal.words('backup.replaced', { folder: replacedAt })
    terminal.note('replaced', { folder: replacedAt }, words)
  }
  return 0
}
