import { setTimeout } from 'node:timers/promises'
import { descendants, type ProcessFacts } from '../../cli/testing/processes.ts'
import type { Host } from './host.ts'

const LOOK_MS = 50
/** A burst is shorter than any passage takes; what it gave is written and shown in the rest after it. */
const BURST_MS = 150
const REST_MS = 300

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

/**
 * Lets engines that stand still work in short bursts until enough is done; then they stand still again, however quick the
 * machine is. Gives what lets them go on.
 */
export async function workInBursts(
  host: Host,
  letGoOn: () => void,
  isEnough: () => Promise<boolean>,
): Promise<() => void> {
  let goOn = letGoOn
  do {
    goOn()
    await setTimeout(BURST_MS)
    goOn = holdEngines(host)
    await setTimeout(REST_MS)
  } while (!(await isEnough()))
  return goOn
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
