import { readFileSync } from 'node:fs'
import os from 'node:os'

/** Each decode in flight costs some 50 MB; beyond this count, disk and audio are the bottleneck. */
const MAX_AT_ONCE = 8

/** Physical cores: two decodes on one core's two threads are no faster than one after the other. */
export function coresForWork(): number {
  const threads = os.availableParallelism()
  return Math.max(1, Math.min(MAX_AT_ONCE, sharesCores() && threads > 2 ? Math.floor(threads / 2) : threads))
}

function sharesCores(): boolean {
  if (process.platform !== 'linux') return false
  try {
    return readFileSync('/sys/devices/system/cpu/smt/active', 'utf8').trim() === '1'
  } catch (error) {
    // Containers and other kernels hide the topology; every thread then counts as a core.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return false
  }
}
