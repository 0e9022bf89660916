import { setTimeout } from 'node:timers/promises'
import { descendants, type ProcessFacts } from '../../cli/testing/processes.ts'

/** The program that starts them, or its parent. */
interface Program {
  readonly pid: number
}

const LOOK_MS = 50
/**
 * A burst is shorter than the work on any passage; its results are stored and shown in the pause after it.
 */
const BURST_MS = 150
const REST_MS = 300

/**
 * Stops the engines of this program, including those started meanwhile; returns the function that resumes
 * them.
 */
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
 * Lets stopped engines work in short bursts until enough is done; then they are stopped again, however fast
 * the machine is. Returns the function that resumes them.
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

/** Like `workInBursts`, for engines that are running or not started yet. */
export function holdOnce(program: Program, isEnough: () => Promise<boolean>): Promise<() => void> {
  return workInBursts(program, holdEngines(program), isEnough)
}

function signalAll(processes: readonly ProcessFacts[], signal: NodeJS.Signals): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, signal)
    } catch (error) {
      // One without work ends meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

/** The engines currently working for this program. */
export function enginesOf(program: Program): ProcessFacts[] {
  return descendants(program.pid).filter(
    ({ commandLine, state }) => /engine\/index\.ts|main\/engine\.cjs/u.test(commandLine) && state !== 'Z',
  )
}
