import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type EngineKind, engineEnvironment } from './engine-kind.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** This ends what hangs; a machine that others use takes several times as long. */
const START_MS = 120_000

export interface Host {
  /** Includes the token of the first visit. */
  readonly address: string
  readonly port: number
  readonly dataFolder: string
  readonly pid: number
  /** Like Ctrl-C. */
  stop(): Promise<void>
  /** Like a crash; the data folder is kept. */
  kill(): Promise<void>
}

export interface HostOptions {
  /** An existing library; default: a new one, deleted at `stop`. */
  readonly dataFolder?: string
  /** Default: any free one. */
  readonly port?: number
  /** Default: the real one. */
  readonly engine?: EngineKind
  readonly env?: Readonly<Record<string, string>>
  /** From its sources instead of the build, so that a preloaded module can change one of them. */
  readonly isFromSource?: boolean
}

/** Starts the local web host, as `npm start` does in a browser. */
export async function startHost(options: HostOptions = {}): Promise<Host> {
  const own = options.dataFolder === undefined
  const dataFolder = options.dataFolder ?? (await mkdtemp(path.join(os.tmpdir(), 'parolo-journey-')))
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      path.join(root, options.isFromSource === true ? 'cli/index.ts' : 'out/main/cli.cjs'),
      'serve',
      '--port',
      String(options.port ?? 0),
    ],
    {
      env: {
        ...process.env,
        PAROLO_HOME: dataFolder,
        ...engineEnvironment(options.engine ?? 'speech'),
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const address = await firstAddress(child)
  const end = async (signal: NodeJS.Signals) => {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal)
      await gone
    }
  }
  return {
    address,
    port: Number(new URL(address).port),
    dataFolder,
    pid: child.pid ?? 0,
    stop: async () => {
      await end('SIGTERM')
      if (own) await rm(dataFolder, { recursive: true, force: true })
    },
    kill: () => end('SIGKILL'),
  }
}

function firstAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => reject(new Error(`no address within ${START_MS} ms:\n${said}`)), START_MS)
    const onOutput = (text: Buffer) => {
      said += text.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)
      if (!found) return
      clearTimeout(timer)
      resolve(found[0])
    }
    child.stdout?.on('data', onOutput)
    child.stderr?.on('data', onOutput)
    child.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`the host ended with ${code}:\n${said}`))
    })
  })
}
