import { readdirSync, readFileSync } from 'node:fs'

const SAMPLE_MS = 100
/** Linux counts process times in these units, on every machine. */
const TICKS_A_SECOND = 100

/** Resources used by a process and all its descendants; null if they cannot be measured. */
export interface TreeUse {
  /** Maximum sum of proportional set sizes: memory shared by several processes counts once. */
  readonly peakBytes: number | null
  /** Unlike seconds on the clock, hardly affected by other work on the machine. Exact to one sample. */
  readonly cpuSeconds: number | null
}

/** Samples a process with all its descendants, ten times a second. Linux only. */
export class ProcessTreeMeter {
  readonly #root: number
  readonly #timer: NodeJS.Timeout
  #peakBytes = 0
  #ticks = 0

  constructor(pid: number) {
    this.#root = pid
    this.#timer = setInterval(() => this.#sample(), SAMPLE_MS)
    this.#sample()
  }

  stop(): TreeUse {
    clearInterval(this.#timer)
    if (process.platform !== 'linux') return { peakBytes: null, cpuSeconds: null }
    return { peakBytes: this.#peakBytes, cpuSeconds: this.#ticks / TICKS_A_SECOND }
  }

  #sample(): void {
    if (process.platform !== 'linux') return
    const all = readProcesses()
    const tree = processTree(this.#root, new Map([...all].map(([pid, { parent }]) => [pid, parent])))
    const bytes = tree.reduce((sum, pid) => sum + memoryOf(pid), 0)
    // The time of ended children is included in their parent's.
    const ticks = tree.reduce((sum, pid) => sum + (all.get(pid)?.ticks ?? 0), 0)
    this.#peakBytes = Math.max(this.#peakBytes, bytes)
    this.#ticks = Math.max(this.#ticks, ticks)
  }
}

/** The process and its descendants. */
export function processTree(root: number, parents: ReadonlyMap<number, number>): number[] {
  const tree = [root]
  // The list grows during iteration: children of children follow.
  for (const pid of tree) {
    for (const [child, parent] of parents) if (parent === pid) tree.push(child)
  }
  return tree
}

function readProcesses(): Map<number, { readonly parent: number; readonly ticks: number }> {
  const processes = new Map<number, { parent: number; ticks: number }>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue
    const stat = readOrGone(`/proc/${name}/stat`)
    // The command's name, in parentheses, may contain anything; proc(5) counts the fields after it from 3.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const field = (number: number): number => Number(fields[number - 3] ?? 0)
    if (stat === '') continue
    processes.set(Number(name), {
      parent: field(4),
      ticks: field(14) + field(15) + field(16) + field(17),
    })
  }
  return processes
}

function memoryOf(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB/mu.exec(readOrGone(`/proc/${pid}/smaps_rollup`))?.[1]
  return Number(kilobytes ?? 0) * 1024
}

/** A process may end between two reads, and then counts as nothing. */
function readOrGone(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ESRCH') return ''
    throw error
  }
}
