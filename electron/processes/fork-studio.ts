import { fork } from 'node:child_process'
import { entryLocation } from '#studio/processes/entry-location'
import { encodeSound } from './sound-in-json.ts'
import { environmentFor, type StartStudio } from './studio-child.ts'
import type { FromStudio } from './studio-messages.ts'

/**
 * Runs the studio in a child process with another Node, which forks its engines itself. Messages are JSON:
 * Node's other serialization differs between versions, and crashes Electron 22 when it frees its memory.
 */
export function forkStudio(
  node: string,
  entry = entryLocation('electron/processes/studio-process.ts', 'studio'),
): StartStudio {
  return (listeners, folder) => {
    const child = fork(entry, [], {
      execPath: node,
      env: { ...environmentFor(folder), ELECTRON_RUN_AS_NODE: '1' },
      execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4'],
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    })
    child.stderr?.setEncoding('utf8').on('data', listeners.stderr)
    child.on('message', (message) => listeners.message(message as FromStudio))
    child.on('error', (error) => listeners.ended(error.message))
    child.on('close', (code, signal) => listeners.ended(signal ? `signal ${signal}` : `exit ${code}`))
    return {
      // Sending to a process that is exiting fails; `ended` reports its exit.
      send: (message) => child.send(encodeSound(message), () => undefined),
      kill: () => child.kill('SIGKILL'),
    }
  }
}
