import { descendants, type ProcessFacts } from '../../cli/testing/processes.ts'
import type { Host } from './host.ts'

/** The engines that work for this host now. */
export function enginesOf(host: Host): ProcessFacts[] {
  return descendants(host.pid).filter(
    ({ commandLine, state }) => commandLine.includes('engine/index.ts') && state !== 'Z',
  )
}
