import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export interface HoldingProcess {
  readonly child: ChildProcess
  readonly pid: number
  /** Identifies it in the library's folder `open`. */
  readonly id: string
  /** Whether it got the lock. */
  readonly said: string
  /** Ends it properly. */
  readonly end: () => Promise<void>
  readonly kill: () => Promise<void>
}

/** Another process that holds a library's lock until the test is over. */
export async function holdingProcess(folder: string, how: 'share' | 'alone'): Promise<HoldingProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'hold-library.ts'), folder, how], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  onTestFinished(() => void child.kill('SIGKILL'))
  const exitedEarly = exited.then((): never => {
    throw new Error('the process ended')
  })
  const [line] = (await Promise.race([once(child.stdout, 'data'), exitedEarly])) as [Buffer]
  const [said = '', id = ''] = line.toString().trim().split(' ')
  return {
    child,
    pid: child.pid ?? 0,
    id,
    said,
    async end() {
      child.stdin.end()
      await exited
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}
