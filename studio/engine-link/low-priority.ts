import os from 'node:os'
import type { StartEngine } from './engine-child.ts'

/** Engines that get only what other programs leave of the processor. */
export function withLowPriority(startEngine: StartEngine): StartEngine {
  return (listener) => {
    const child = startEngine(listener)
    if (child.pid !== undefined) lower(child.pid)
    return child
  }
}

function lower(pid: number): void {
  try {
    os.setPriority(pid, os.constants.priority.PRIORITY_LOW)
  } catch (error) {
    // A process that has already ended is told of by its listener.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
