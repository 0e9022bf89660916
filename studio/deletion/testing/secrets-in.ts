import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { filesBelow } from '../../files/files-below.ts'

/**
 * The secrets found in any file of a folder, as `file: secret`; in UTF-8 and UTF-16, folded as by the search
 * index, and in parts. `numbers`: by name, as the bytes of their values.
 */
export async function secretsIn(
  folder: string,
  secrets: readonly string[],
  numbers: Readonly<Record<string, Float32Array>> = {},
): Promise<string[]> {
  const hits: string[] = []
  for (const file of await filesBelow(folder)) {
    const bytes = await readFile(file)
    for (const secret of secrets) {
      // The index stores lowercase words without accents.
      const folded = secret.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
      const forms = new Set([secret, folded, ...secret.split(/[ -]/u).filter((part) => part.length > 5)])
      for (const form of forms) {
        const isThere = bytes.includes(form, 0, 'utf8') || bytes.includes(form, 0, 'utf16le')
        const swapped = Buffer.from(form, 'utf16le').swap16()
        if (isThere || bytes.includes(swapped)) hits.push(`${path.relative(folder, file)}: ${form}`)
      }
    }
    for (const [name, { buffer, byteOffset }] of Object.entries(numbers)) {
      // A few values suffice: a page of the database may contain part of a row.
      const some = [0, 100].map((from) => Buffer.from(buffer, byteOffset + from * 4, 32))
      if (some.some((part) => bytes.includes(part))) hits.push(`${path.relative(folder, file)}: ${name}`)
    }
    if (secrets.some((secret) => file.includes(secret))) hits.push(file)
  }
  return hits
}
