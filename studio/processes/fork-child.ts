import { fork } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { StartChild } from './child-process.ts'

/** Starts child processes of this process that run the module `entry`. `defaults`: variables not set here. */
export function forkChild<Message extends object>(
  entry: string,
  defaults: Readonly<Record<string, string>> = {},
): StartChild<Message> {
  return (listener) => {
    const child = fork(entry, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // Inside Electron, process.execPath is Electron, which acts as Node only with this variable.
      env: {
        ...defaults,
        ...process.env,
        ...(process.versions.electron ? { ELECTRON_RUN_AS_NODE: '1' } : {}),
      },
    })
    // The pipe is a socket, although its type does not say so.
    const stderr = child.stderr as (Readable & { ref(): void; unref(): void }) | null
    stderr?.setEncoding('utf8').on('data', listener.stderr)
    child.on('message', listener.message)
    child.on('error', (error) => listener.ended(error.message))
    // 'close' is emitted after the last of stderr was read, 'exit' before.
    child.on('close', (code, signal) => listener.ended(signal ? `signal ${signal}` : `exit ${code}`))
    return {
      pid: child.pid,
      // Sending to a dying process fails; `ended` reports its end.
      send: (message) => child.send(message, () => undefined),
      kill: () => child.kill('SIGKILL'),
      hold(held) {
        for (const handle of [child, child.channel, stderr]) {
          if (held) handle?.ref()
          else handle?.unref()
        }
      },
    }
  }
}
