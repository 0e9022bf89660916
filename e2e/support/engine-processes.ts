import { descendants, type ProcessFacts } from '../../cli/testing/processes.ts'
import type { Host } from './host.ts'

/** Lets the engines of this host stand still; gives what lets them go on. */
export function holdEngines(host: Host): () => void {
  const pids = enginesOf(host).map(({ pid }) => pid)
  for (const pid of pids) process.kill(pid, 'SIGSTOP')
  return () => {
    for (const pid of pids) process.kill(pid, 'SIGCONT')
  }
}

/** The engines that work for this host now. */
export function enginesOf(host: Host): ProcessFacts[] {
  return descendants(host.pid).filter(
    ({ commandLine, state }) => commandLine.includes('engine/index.ts') && state !== 'Z',
  )
}
