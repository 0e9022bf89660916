import { entryLocation } from '../processes/entry-location.ts'
import { forkChild } from '../processes/fork-child.ts'
import type { StartEngine } from './engine-child.ts'

const MEGABYTE = 1024 ** 2
/**
 * Read by the C library of most Linux systems, others ignore them: freed memory goes back to the system instead of
 * waiting for a block of the same size (docs/engine.md 8). Memory is asked for in pages of 2 MB where the system has
 * them: less processor time for recognition (docs/engine.md 3).
 */
const MEMORY = {
  GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1',
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: String(4 * MEGABYTE),
  MALLOC_TRIM_THRESHOLD_: String(8 * MEGABYTE),
}

/** Starts engines as child processes of this process. `entry`: the module that they run. */
export function forkEngine(entry = entryLocation('engine/index.ts', 'engine')): StartEngine {
  return forkChild(entry, MEMORY)
}
