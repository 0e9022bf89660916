// Plain JavaScript, no packages: runs on any Node >= 20 in a fresh clone.
import { spawn } from 'node:child_process'
import os from 'node:os'

/**
 * Runs another program in place of this one, with the same process id and terminal: a Node that only waits takes 40 MB.
 * Where Node cannot (Windows, before 22.15), starts it and ends as it ends. `environment`: its variables.
 */
export function become(file, args, environment) {
  // With a file that cannot be started Node would abort: callers pass one that exists.
  if (process.platform !== 'win32') process.execve?.(file, [file, ...args], environment)
  let child
  // Ctrl-C reaches the child directly (same process group); SIGTERM is passed on.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child?.kill('SIGTERM'))
  child = spawn(file, args, { stdio: 'inherit', env: environment })
  child.on('exit', (code, signal) => process.exit(signal ? 128 + os.constants.signals[signal] : (code ?? 1)))
}
