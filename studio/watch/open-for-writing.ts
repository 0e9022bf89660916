import { readdir, readFile, readlink } from 'node:fs/promises'
import { codeOf } from '../faults/error-code.ts'

/** Bits of `flags` in `/proc/PID/fdinfo/FD`: opened for writing, or for both (open(2)). */
const WRITING = 0o3

/**
 * Files below a folder that this user's programs have open for writing: a program that pauses while recording
 * leaves its file unchanged. Empty on systems that do not report it (`/proc`, Linux).
 */
export async function filesOpenForWriting(folder: string): Promise<ReadonlySet<string>> {
  const open = new Set<string>()
  if (process.platform !== 'linux') return open
  const begin = folder.endsWith('/') ? folder : `${folder}/`
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/u.test(pid)) continue
    const numbers = (await readdir(`/proc/${pid}/fd`).catch(ignoreForeign)) ?? []
    await Promise.all(
      numbers.map(async (number) => {
        const file = await readlink(`/proc/${pid}/fd/${number}`).catch(ignoreForeign)
        if (file?.startsWith(begin) !== true) return
        const facts = await readFile(`/proc/${pid}/fdinfo/${number}`, 'utf8').catch(ignoreForeign)
        const flags = /^flags:\s*([0-7]+)$/mu.exec(facts ?? '')?.[1]
        if (flags !== undefined && (Number.parseInt(flags, 8) & WRITING) !== 0) open.add(file)
      }),
    )
  }
  return open
}

/** Ignores errors of a process that has ended meanwhile, or belongs to another user. */
function ignoreForeign(error: unknown): undefined {
  if (!['ENOENT', 'EACCES', 'EPERM', 'ESRCH'].includes(codeOf(error) ?? '')) throw error
  return undefined
}
