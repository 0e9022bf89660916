import { statSync } from 'node:fs'
import { codeOf } from '../faults/error-code.ts'

/** Identifies the file at a path: changes when the file is replaced; null if there is none. */
export function fileIdentity(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev}:${ino}`
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return null
  }
}
