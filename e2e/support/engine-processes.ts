import { setTimeout } from 'node:timers/promises'
import { descendants, type ProcessFacts } from '../../cli/testing/processes.ts'

/** Of the program that starts them, or of one that starts that. */
interface Program {
  readonly pid: number
}

const LOOK_MS = 50
/** A burst is shorter than any passage takes; what it gave is written and shown in the rest after it. */
const BURST_MS = 150
const REST_MS = 300

/** Lets the engines of this program stand still, those too that it starts meanwhile; gives what lets them go on. */
export function holdEngines(program: Program): () => void {
  const stop = (): void => signalAll(enginesOf(program), 'SIGSTOP')
  stop()
  const timer = setInterval(stop, LOOK_MS)
  return () => {
    clearInterval(timer)
    signalAll(enginesOf(program), 'SIGCONT')
  }
}

/**
 * Lets engines that stand still work in short bursts until enough is done; then they stand still again, however quick the
 * machine is. Gives what lets them go on.
 */
export async function workInBursts(
  program: Program,
  letGoOn: () => void,
  isEnough: () => Promise<boolean>,
): Promise<() => void> {
  let goOn = letGoOn
  do {
    goOn()
    await setTimeout(BURST_MS)
    goOn = holdEngines(program)
    await setTimeout(REST_MS)
  } while (!(await isEnough()))
  return goOn
}

/** As `workInBursts`, for engines that run or are still to be started. */
export function holdOnce(program: Program, isEnough: () => Promise<boolean>): Promise<() => void> {
  return workInBursts(program, holdEngines(program), isEnough)
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

/** The engines that work for this program now. */
export function enginesOf(program: Program): ProcessFacts[] {
  return descendants(program.pid).filter(
    ({ commandLine, state }) => /engine\/index\.ts|main\/engine\.cjs/u.test(commandLine) && state !== 'Z',
  )
}
