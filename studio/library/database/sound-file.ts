import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { codeOf } from '../../faults/error-code.ts'

/** Even an unchanged file is checked again after this long, as a disk can lose what nobody has written to. */
const TRUSTED_MS = 7 * 24 * 3_600_000

/** State of a library's file when it was last closed properly. */
interface SoundFile {
  readonly size: number
  readonly modifiedNs: string
  /** When the whole file was last checked, in ms since 1970. */
  readonly checkedAt: number
}

/**
 * When the database was last found to be sound, in ms since 1970; null if it was changed since by anything
 * but a program that closed it properly, if a program has it open or was killed, or if the check is over a
 * week old.
 */
export function whenFoundSound(file: string, now: number): number | null {
  const known = readRecord(file)
  if (known === null || hasWal(file) || now - known.checkedAt > TRUSTED_MS || known.checkedAt > now)
    return null
  const { size, modifiedNs } = stateOf(file)
  return size === known.size && modifiedNs === known.modifiedNs ? known.checkedAt : null
}

/** Called after the database was closed properly, so that the next start need not read all of it. */
export function rememberSound(file: string, checkedAt: number): void {
  try {
    // Another program may have found damage that this one did not: only a later check clears it.
    if (hasWal(file) || damagedAt(file) >= checkedAt) return
    writeFileSync(recordFile(file), JSON.stringify({ ...stateOf(file), checkedAt } satisfies SoundFile))
  } catch (error) {
    // A full or read-only disk: the next start checks the file, which only takes longer.
    if (codeOf(error) === undefined) throw error
  }
}

/** Called at the first sign of damage: the next start checks the file, whatever other programs find. */
export function recordDamage(file: string, now: number): void {
  try {
    writeFileSync(recordFile(file), JSON.stringify({ damagedAt: now }))
  } catch (error) {
    // The fault already being thrown is more informative.
    if (codeOf(error) === undefined) throw error
  }
}

/** Called with exclusive access once the whole file is sound: programs that open it beside this one trust it. */
export function forgetDamage(file: string): void {
  if (!isDamageKnown(file)) return
  try {
    rmSync(recordFile(file), { force: true })
  } catch (error) {
    // Until it is closed, others are told that it is in use.
    if (codeOf(error) === undefined) throw error
  }
}

/** Whether damage was found since the last check of the whole file. */
export const isDamageKnown = (file: string): boolean => damagedAt(file) > 0

/** When damage was last found, in ms since 1970; 0 if none was, or the file was checked since. */
function damagedAt(file: string): number {
  const { damagedAt: at } = readJson(file)
  return typeof at === 'number' ? at : 0
}

const recordFile = (file: string): string => `${file}.checked`

function stateOf(file: string): Pick<SoundFile, 'size' | 'modifiedNs'> {
  const { size, mtimeNs } = statSync(file, { bigint: true })
  return { size: Number(size), modifiedNs: String(mtimeNs) }
}

/** Whether there is a WAL, of a program that is running or was killed. */
export function hasWal(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

function readRecord(file: string): SoundFile | null {
  const { size, modifiedNs, checkedAt } = readJson(file)
  return typeof size === 'number' && typeof modifiedNs === 'string' && typeof checkedAt === 'number'
    ? { size, modifiedNs, checkedAt }
    : null
}

function readJson(file: string): Partial<Record<string, unknown>> {
  try {
    const record: unknown = JSON.parse(readFileSync(recordFile(file), 'utf8'))
    return typeof record === 'object' && record !== null ? { ...record } : {}
  } catch (error) {
    // It is missing or truncated: the file is checked.
    if (error instanceof SyntaxError || codeOf(error) !== undefined) return {}
    throw error
  }
}
