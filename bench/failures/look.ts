import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { filesBelow } from '#studio/files/files-below'
import { entry } from './start-program.ts'

/** What a library shows once all pending work is finished. */
export interface Look {
  readonly folder: string
  /** Whether its database was damaged. */
  readonly salvaged: boolean
  readonly recordings: number
  readonly tokens: readonly string[]
}

const run = promisify(execFile)
const MAX_MS = 120_000

export async function lookAt(folder: string): Promise<Look> {
  const { stdout } = await run(process.execPath, [...entry('bench/failures/look-program.ts'), folder], {
    timeout: MAX_MS,
    maxBuffer: 1 << 26,
  })
  return JSON.parse(stdout) as Look
}

/** Which of the tokens occur in the bytes or the name of any file of the library. */
export async function tokensInBytes(
  folder: string,
  tokens: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const file of await filesBelow(folder)) {
    const bytes = Buffer.concat([await readFile(file), Buffer.from(path.basename(file))])
    for (const token of tokens) if (bytes.includes(token)) found.set(token, path.relative(folder, file))
  }
  return found
}
