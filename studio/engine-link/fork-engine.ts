import { entryLocation } from '../processes/entry-location.ts'
import { forkChild } from '../processes/fork-child.ts'
import type { StartEngine } from './engine-child.ts'

/** Starts engines as child processes of this process. `entry`: the module that they run. */
export function forkEngine(entry = entryLocation('engine/index.ts', 'engine')): StartEngine {
  return forkChild(entry)
}
