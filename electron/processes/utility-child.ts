import { utilityProcess, type UtilityProcess } from 'electron'

/** How long to wait for the rest of stderr after a process has ended. */
const LAST_WORDS_MS = 500

export interface UtilityListeners {
  /** The process is running. */
  readonly spawned: (child: UtilityProcess) => void
  readonly stderr: (text: string) => void
  /** Called last, once stderr has been read to its end. */
  readonly ended: (how: string) => void
}

/** Starts a utility process of Electron. Returns a function that kills it immediately. */
export function startUtility(
  entry: string,
  serviceName: string,
  listeners: UtilityListeners,
  env?: Record<string, string>,
): { readonly child: UtilityProcess; readonly kill: () => void } {
  const child = utilityProcess.fork(entry, [], {
    stdio: ['ignore', 'ignore', 'pipe'],
    serviceName,
    ...(env === undefined ? {} : { env }),
  })
  let isWanted = true
  const kill = () => {
    isWanted = false
    if (child.pid !== undefined) killAtOnce(child.pid)
  }
  const read = new Promise<void>((resolve) => {
    if (child.stderr === null) resolve()
    else child.stderr.once('close', resolve)
  })
  child.stderr?.on('data', (bytes: Buffer) => listeners.stderr(bytes.toString()))
  child.once('spawn', () => {
    if (isWanted) listeners.spawned(child)
    else kill()
  })
  child.once('exit', (code) => {
    const late = new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS))
    void Promise.race([read, late]).then(() => listeners.ended(`exit ${code}`))
  })
  return { child, kill }
}

/** A child's own `kill` sends SIGTERM, which busy native code does not handle. */
function killAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // The process has ended, and its `exit` event is pending.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
