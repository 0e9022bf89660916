import { chmod, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { newToken } from './token.ts'

const NAME = 'web-token'
/** 256 bits, as created by `newToken`. */
const TOKEN = /^[\w-]{43}$/

/**
 * The token of this library's web host, the same at every start, so that a page left open can reconnect. Private to the
 * user: the file is not readable by others. Deleting it locks out every page.
 */
export async function keptToken(dataFolder: string): Promise<string> {
  const file = path.join(dataFolder, NAME)
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  if (TOKEN.test(kept)) {
    await chmod(file, 0o600)
    return kept
  }
  const token = newToken()
  await writeFile(file, token, { mode: 0o600 })
  return token
}
