import { realpath } from 'node:fs/promises'
import path from 'node:path'

/**
 * The path with links resolved, also for a file that does not exist yet, so that one file is not taken for
 * two.
 */
export async function realFile(file: string): Promise<string> {
  const folder = await realpath(path.dirname(file)).catch(() => path.dirname(file))
  return realpath(file).catch(() => path.join(folder, path.basename(file)))
}
