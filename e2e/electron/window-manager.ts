import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { createInterface } from 'node:readline'

const run = promisify(execFile)
const TOOLS = ['Xvfb', 'openbox', 'xprop']

/** Whether this machine can show windows under a window manager of its own. */
export const hasWindowManager = TOOLS.every(
  (tool) => spawnSync('which', [tool], { stdio: 'ignore' }).status === 0,
)

/** A screen of its own, with frames and title bars. */
export interface Desktop {
  /** The value of DISPLAY. */
  readonly display: string
  /** What `xprop` prints about each window of the program that is on the screen. */
  windows(): Promise<readonly string[]>
  close(): Promise<void>
}

export async function openDesktop(): Promise<Desktop> {
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [number] = (await once(createInterface(screen.stdout), 'line')) as [string]
  const display = `:${number}`
  const env = { ...process.env, DISPLAY: display }
  const manager = spawn('openbox', [], { env, stdio: 'ignore' })
  // Of an icon only its beginning.
  const ask = async (...words: string[]): Promise<string> =>
    (await run('xprop', ['-len', '128', ...words], { env })).stdout
  return {
    display,
    async windows() {
      const list = await ask('-root', '_NET_CLIENT_LIST')
      return await Promise.all([...list.matchAll(/0x[0-9a-f]+/gu)].map(([id]) => ask('-id', id)))
    },
    async close() {
      for (const child of [manager, screen]) await end(child)
    },
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill()
  await ended
}
