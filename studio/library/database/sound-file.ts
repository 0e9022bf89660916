import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { codeOf } from '../../faults/error-code.ts'

/** Even an unchanged file is checked again after this long, as a disk can lose what nobody has written to. */
const TRUSTED_MS = 7 * 24 * 3_600_000

/** What a library's file was like when it was last closed in good order. */
interface SoundFile {
  readonly size: number
  readonly modifiedNs: string
  /** When all of it was last checked, in ms since 1970. */
  readonly checkedAt: number
}

/**
 * When the database was last found to be sound, in ms since 1970; null if it was changed by anything but a program
 * that closed it in good order, if a program has it open or was killed, or if the check is over a week old.
 */
export function whenFoundSound(file: string, now: number): number | null {
  const known = readRecord(file)
  if (known === null || hasWal(file) || now - known.checkedAt > TRUSTED_MS || known.checkedAt > now)
    return null
  const { size, modifiedNs } = stateOf(file)
  return size === known.size && modifiedNs === known.modifiedNs ? known.checkedAt : null
}

/** Called after the database was closed in good order, so that the next start need not read all of it. */
export function rememberSound(file: string, checkedAt: number): void {
  try {
    if (hasWal(file)) return
    writeFileSync(recordFile(file), JSON.stringify({ ...stateOf(file), checkedAt } satisfies SoundFile))
  } catch (error) {
    // A full or read-only disk: the next start checks the file, which only takes longer.
    if (codeOf(error) === undefined) throw error
  }
}

/** Called at the first sign of damage: the next start checks the file. */
export function forgetSound(file: string): void {
  rmSync(recordFile(file), { force: true })
}

const recordFile = (file: string): string => `${file}.checked`

function stateOf(file: string): Pick<SoundFile, 'size' | 'modifiedNs'> {
  const { size, mtimeNs } = statSync(file, { bigint: true })
  return { size: Number(size), modifiedNs: String(mtimeNs) }
}

/** Changes beside the file, of a program that runs or was killed. */
function hasWal(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

function readRecord(file: string): SoundFile | null {
  try {
    const record = JSON.parse(readFileSync(recordFile(file), 'utf8')) as Partial<SoundFile> | null
    const { size, modifiedNs, checkedAt } = record ?? {}
    return typeof size === 'number' && typeof modifiedNs === 'string' && typeof checkedAt === 'number'
      ? { size, modifiedNs, checkedAt }
      : null
  } catch (error) {
    // None was written, or it was cut off: the file is checked.
    if (error instanceof SyntaxError || codeOf(error) !== undefined) return null
    throw error
  }
}
