import { byteSize } from '#core/notation/sizes'
import { Fault } from '#contracts/errors'
import { backupLibrary } from '#studio/backup/backup-library'
import type { Studio } from '#studio/studio'
import { askPassphrase } from '../../answers/passphrase.ts'
import { isOn, resolveFromCallerDir, type Invocation } from '../../options/arguments.ts'
import type { Terminal } from '../../terminal/terminal.ts'

export interface BackupPlan {
  readonly file: string
  readonly passphrase: string | null
  readonly withOriginals: boolean
}

/** Faults: `usage.missing-file`, `backup.no-passphrase`. */
export async function planBackup(terminal: Terminal, invocation: Invocation): Promise<BackupPlan> {
  return {
    file: onlyFile(invocation),
    passphrase: await askPassphrase(terminal, invocation, { isNew: true }),
    withOriginals: isOn(invocation, 'with-originals'),
  }
}

export function onlyFile({ words, verb }: Invocation): string {
  const [file, other] = words
  if (file === undefined || other !== undefined) throw new Fault('usage.missing-file', { verb })
  return resolveFromCallerDir(file)
}

export async function runBackup(
  studio: Studio,
  terminal: Terminal,
  { file, ...options }: BackupPlan,
  signal: AbortSignal,
): Promise<number> {
  const made = await backupLibrary(studio, file, { ...options, signal })
  const { recordings, bytes, leftOut } = made
  const size = byteSize(bytes, terminal.locale)
  terminal.note('backup', { file, ...made }, terminal.words('backup.made', { file, recordings, size }))
  if (leftOut > 0) {
    terminal.note('left-out', { count: leftOut }, terminal.words('backup.left-out', { count: leftOut }))
  }
  return 0
}
