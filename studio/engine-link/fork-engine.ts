import { fork } from 'node:child_process'
import { entryLocation } from '../processes/entry-location.ts'
import type { StartEngine } from './engine-child.ts'

/** Starts engines as child processes of this process. `entry`: the module that they run. */
export function forkEngine(entry = entryLocation('engine/index.ts', 'engine')): StartEngine {
  return (listener) => {
    const child = fork(entry, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // Inside Electron, process.execPath is Electron, which acts as Node only with this variable.
      env: process.versions.electron ? { ...process.env, ELECTRON_RUN_AS_NODE: '1' } : process.env,
    })
    child.stderr?.setEncoding('utf8').on('data', listener.stderr)
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
        if (held) {
          child.ref()
          child.channel?.ref()
        } else {
          child.unref()
          child.channel?.unref()
        }
      },
    }
  }
}
