import { readdirSync, readFileSync } from 'node:fs'

export interface ProcessFacts {
  readonly pid: number
  readonly parent: number
  readonly state: string
  readonly commandLine: string
}

/** Processes of this machine from /proc (Linux); one that ends meanwhile is left out. */
export function allProcesses(): ProcessFacts[] {
  const found: ProcessFacts[] = []
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      // The name in parentheses may contain anything, including parentheses.
      const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const commandLine = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
      found.push({ pid: Number(name), parent: Number(parent), state, commandLine })
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'ENOENT' && code !== 'ESRCH') throw error
    }
  }
  return found
}

/** All descendants of `pid`. */
export function descendants(pid: number): ProcessFacts[] {
  const processes = allProcesses()
  const below = (parent: number): ProcessFacts[] =>
    processes.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)])
  return below(pid)
}

export function isAlive(pid: number): boolean {
  const facts = allProcesses().find((one) => one.pid === pid)
  return facts !== undefined && facts.state !== 'Z' && facts.state !== 'X'
}

/** Waits until `holds` returns true, at most `seconds`; returns whether it did. */
export async function eventually(holds: () => boolean, seconds: number): Promise<boolean> {
  const until = performance.now() + seconds * 1000
  while (!holds()) {
    if (performance.now() > until) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return true
}
