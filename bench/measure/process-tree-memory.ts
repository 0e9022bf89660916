import { readdirSync, readFileSync } from 'node:fs'

const SAMPLE_MS = 100

/**
 * The peak memory of a process and all that it started, together. Proportional set size, so that what several
 * processes share counts once. Linux only: elsewhere the peak stays null.
 */
export class ProcessTreeMemory {
  readonly #root: number
  readonly #timer: NodeJS.Timeout
  #peak: number | null = null

  constructor(pid: number) {
    this.#root = pid
    this.#timer = setInterval(() => this.#sample(), SAMPLE_MS)
    this.#sample()
  }

  /** Ends the sampling. Bytes. */
  stop(): number | null {
    clearInterval(this.#timer)
    return this.#peak
  }

  #sample(): void {
    if (process.platform !== 'linux') return
    const bytes = processTree(this.#root, parentsOfAll()).reduce((sum, pid) => sum + memoryOf(pid), 0)
    this.#peak = Math.max(this.#peak ?? 0, bytes)
  }
}

/** The process and its descendants. */
export function processTree(root: number, parents: ReadonlyMap<number, number>): number[] {
  const tree = [root]
  // The list grows while it is gone through: children of children follow.
  for (const pid of tree) {
    for (const [child, parent] of parents) if (parent === pid) tree.push(child)
  }
  return tree
}

function parentsOfAll(): Map<number, number> {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue
    const stat = readOrGone(`/proc/${name}/stat`)
    // The command name, in parentheses, may hold anything.
    const parent = /\) \S (\d+)/u.exec(stat.slice(stat.lastIndexOf(')')))?.[1]
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  return parents
}

function memoryOf(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB/mu.exec(readOrGone(`/proc/${pid}/smaps_rollup`))?.[1]
  return Number(kilobytes ?? 0) * 1024
}

/** A process may end between two reads: then there is nothing to count. */
function readOrGone(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ESRCH') return ''
    throw error
  }
}
