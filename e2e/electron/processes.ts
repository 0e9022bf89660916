import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export interface RunningProcess {
  readonly pid: number
  readonly words: string
}

/** The processes started by a process, and their descendants. */
export async function processesOf(pid: number): Promise<readonly RunningProcess[]> {
  const { stdout } = await promisify(execFile)('ps', ['-e', '-o', 'pid=,ppid=,args='])
  const all = [...stdout.matchAll(/^ *(\d+) +(\d+) +(.*)$/gmu)].map(([, own, parent, words]) => ({
    pid: Number(own),
    parent: Number(parent),
    words: words ?? '',
  }))
  const found = new Set([pid])
  // A child may be listed before its parent.
  for (let before = 0; before < found.size;) {
    before = found.size
    for (const each of all) if (found.has(each.parent)) found.add(each.pid)
  }
  return all.filter((each) => each.pid !== pid && found.has(each.pid))
}

/** The process that holds the library. */
export async function studioOf(pid: number): Promise<number> {
  const studio = (await processesOf(pid)).find(({ words }) => /studio\.cjs/u.test(words))
  if (studio === undefined) throw new Error('no studio runs')
  return studio.pid
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}
