import { descendants, type ProcessFacts } from '../../cli/testing/processes.ts'
import type { Host } from './host.ts'

const LOOK_MS = 50

/** Lets the engines of this host stand still, those too that it starts meanwhile; gives what lets them go on. */
export function holdEngines(host: Host): () => void {
  const stop = (): void => signalAll(enginesOf(host), 'SIGSTOP')
  stop()
  const timer = setInterval(stop, LOOK_MS)
  return () => {
    clearInterval(timer)
    signalAll(enginesOf(host), 'SIGCONT')
  }
}

function signalAll(processes: readonly ProcessFacts[], signal: NodeJS.Signals): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, signal)
    } catch (error) {
      // One that has no work left ends meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

/** The engines that work for this host now. */
export function enginesOf(host: Host): ProcessFacts[] {
  return descendants(host.pid).filter(
    ({ commandLine, state }) => commandLine.includes('engine/index.ts') && state !== 'Z',
  )
}
