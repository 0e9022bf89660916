import { utilityProcess, type UtilityProcess } from 'electron'

/** How long the last of stderr is waited for after a process has ended. */
const LAST_WORDS_MS = 500

export interface UtilityEars {
  /** It runs. */
  readonly spawned: (child: UtilityProcess) => void
  readonly stderr: (text: string) => void
  /** The last that is heard, once the last of stderr was read. */
  readonly ended: (how: string) => void
}

/** A utility process of Electron. Gives what kills it at once, whatever it is at. */
export function startUtility(
  entry: string,
  serviceName: string,
  ears: UtilityEars,
): { readonly child: UtilityProcess; readonly kill: () => void } {
  const child = utilityProcess.fork(entry, [], { stdio: ['ignore', 'ignore', 'pipe'], serviceName })
  let isWanted = true
  const kill = () => {
    isWanted = false
    if (child.pid !== undefined) killAtOnce(child.pid)
  }
  const read = new Promise<void>((resolve) => {
    if (child.stderr === null) resolve()
    else child.stderr.once('close', resolve)
  })
  child.stderr?.on('data', (bytes: Buffer) => ears.stderr(bytes.toString()))
  child.once('spawn', () => {
    if (isWanted) ears.spawned(child)
    else kill()
  })
  child.once('exit', (code) => {
    const late = new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS))
    void Promise.race([read, late]).then(() => ears.ended(`exit ${code}`))
  })
  return { child, kill }
}

/** A child's own `kill` asks politely, which native code does not hear. */
function killAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // It has ended, and its `exit` is on its way.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
