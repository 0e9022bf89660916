import { readFileSync } from 'node:fs'
import path from 'node:path'
import { codeOf } from '../faults/error-code.ts'
import { coresForWork } from './cores.ts'

/** What a cluster's engine assigns to one task. */
export interface Allotment {
  /** Parallel work: as many as assigned, fewer if memory is short. */
  readonly cores: number
  /** As assigned, for accounting. */
  readonly given: number
  /** Bytes; null if unknown. */
  readonly memoryBytes: number | null
}

/**
 * Memory of the program with its models, and of each additional core, in bytes, with room to spare (two cores take
 * 0.89 GB for three hours, bench/RESULTS.md).
 */
const BASE_BYTES = 600e6
const CORE_BYTES = 200e6
/** Beyond this many at once, disk and sound are the bottleneck. */
const MAX_AT_ONCE = 8
const MEGABYTE = 1024 ** 2

type Read = (file: string) => string | null

/**
 * Cores and memory as assigned by the engine: Slurm's variables, else the limits of the control group
 * (containers, Kubernetes), else this computer's.
 */
export function allotment(
  environment: NodeJS.ProcessEnv = process.env,
  read: Read = readIfThere,
  otherwise: () => number = coresForWork,
): Allotment {
  const slurm = positive(environment.SLURM_CPUS_PER_TASK)
  const quota = leastOf(groupFiles(read, 'cpu').map((file) => quotaIn(file, read)))
  // Half a core still works, one task at a time.
  const given = Math.max(1, Math.floor(slurm ?? quota ?? otherwise()))
  const slurmMegabytes =
    positive(environment.SLURM_MEM_PER_NODE) ?? timesCores(positive(environment.SLURM_MEM_PER_CPU), given)
  const memoryBytes = leastOf([
    slurmMegabytes === null ? null : slurmMegabytes * MEGABYTE,
    ...groupFiles(read, 'memory').map((file) => memoryIn(file, read)),
  ])
  const room =
    memoryBytes === null ? MAX_AT_ONCE : Math.max(1, Math.floor((memoryBytes - BASE_BYTES) / CORE_BYTES))
  return { cores: Math.min(given, room, MAX_AT_ONCE), given, memoryBytes }
}

/** Files of this process's group and those above it: each limits everything below. */
function groupFiles(read: Read, controller: 'cpu' | 'memory'): string[] {
  const lines = (read('/proc/self/cgroup') ?? '').split('\n')
  const folders: string[] = []
  for (const line of lines) {
    const [, controllers = '', group] = /^\d+:([^:]*):(.*)$/u.exec(line) ?? []
    if (group === undefined || !(controllers === '' || controllers.split(',').includes(controller))) continue
    const top = controllers === '' ? '/sys/fs/cgroup' : `/sys/fs/cgroup/${controller}`
    // In a container the path may be one of the host, with the limits at the top.
    for (let at = path.posix.join('/', group); at !== '/'; at = path.posix.dirname(at)) folders.push(top + at)
    folders.push(top)
  }
  return folders
}

function quotaIn(folder: string, read: Read): number | null {
  const [quota, period] = (read(`${folder}/cpu.max`) ?? '').trim().split(' ')
  const [older, olderPeriod] = ['cpu.cfs_quota_us', 'cpu.cfs_period_us'].map((name) =>
    read(`${folder}/${name}`),
  )
  const [amount, of] = [positive(quota) ?? positive(older), positive(period) ?? positive(olderPeriod)]
  return amount === null || of === null ? null : amount / of
}

function memoryIn(folder: string, read: Read): number | null {
  const bytes = positive(read(`${folder}/memory.max`)) ?? positive(read(`${folder}/memory.limit_in_bytes`))
  // Control groups v1 write a number near 2^63 for no limit.
  return bytes === null || bytes > 2 ** 60 ? null : bytes
}

const timesCores = (megabytes: number | null, cores: number): number | null =>
  megabytes === null ? null : megabytes * cores

function positive(text: string | null | undefined): number | null {
  const number = Number((text ?? '').trim() || Number.NaN)
  return Number.isFinite(number) && number > 0 ? number : null
}

function leastOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : Math.min(...known)
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    // No such controller, another system, or a process without permission.
    if (codeOf(error) === undefined) throw error
    return null
  }
}
