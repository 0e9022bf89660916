import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { ProcessTreeMeter, type TreeUse } from './process-tree.ts'

/** Resources used by a finished process. */
export interface MeasuredRun extends TreeUse {
  readonly stdout: string
  /** Seconds from start to exit. */
  readonly seconds: number
  /** Lines of stderr with their time, in seconds from the start. */
  readonly lines: readonly { readonly at: number; readonly text: string }[]
}

export interface MeasureOptions {
  readonly input?: string
  /** Memory and CPU time are sampled, which takes a little time itself; null if not requested. */
  readonly metered?: boolean
}

/** Runs a program to its end. Throws with the end of its output if it fails. */
export async function runMeasured(
  command: string,
  args: readonly string[],
  options: MeasureOptions = {},
): Promise<MeasuredRun> {
  const startedAt = performance.now()
  const secondsSoFar = (): number => (performance.now() - startedAt) / 1000
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], env: othersEnvironment() })
  const meter = options.metered === true && child.pid !== undefined ? new ProcessTreeMeter(child.pid) : null
  child.stdin.end(options.input ?? '')
  const lines: { at: number; text: string }[] = []
  createInterface({ input: child.stderr }).on('line', (text) => lines.push({ at: secondsSoFar(), text }))
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  let seconds = 0
  try {
    await new Promise<void>((resolve, reject) => {
      child.on('error', reject)
      child.on('exit', () => (seconds = secondsSoFar()))
      child.on('close', (code, signal) => {
        if (code === 0) resolve()
        else {
          const tail = lines.slice(-12).map((line) => line.text)
          reject(new Error(`${command} ${args.join(' ')}\nended with ${code ?? signal}:\n${tail.join('\n')}`))
        }
      })
    })
  } finally {
    meter?.stop()
  }
  const use = meter?.stop() ?? { peakBytes: null, cpuSeconds: null }
  return { stdout, seconds, lines, ...use }
}

/** Without this program's own memory settings (scripts/install.mjs): faster-whisper takes 1.6 times as long with them. */
function othersEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('MALLOC_')))
}
