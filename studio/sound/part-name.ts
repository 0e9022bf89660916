import { createHash } from 'node:crypto'
import path from 'node:path'

/** Of the 255 that most file systems allow; the rest is for marks. */
const MAX_BYTES = 160

/** The file's name as a prefix for its parts' names; a long one is shortened, and made unique by a hash. */
export function partName(file: string): string {
  const name = path.basename(file)
  if (Buffer.byteLength(name) <= MAX_BYTES) return name
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 12)
  // A character has at most 4 bytes.
  return `${Array.from(name).slice(0, 30).join('')}-${hash}`
}
