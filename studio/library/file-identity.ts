import { statSync } from 'node:fs'
import { codeOf } from '../faults/error-code.ts'

/** Which file is at a path: another one after it was replaced; null where there is none. */
export function fileIdentity(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev}:${ino}`
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return null
  }
}
