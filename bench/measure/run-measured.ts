import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { ProcessTreeMemory } from './process-tree-memory.ts'

/** What a finished process took. */
export interface MeasuredRun {
  readonly stdout: string
  /** Seconds from start to exit. */
  readonly seconds: number
  /** Of the process and its children together; null where it cannot be measured or was not asked for. */
  readonly peakBytes: number | null
  /** Lines of stderr with their time, in seconds from the start. */
  readonly lines: readonly { readonly at: number; readonly text: string }[]
}

export interface MeasureOptions {
  readonly input?: string
  readonly memory?: boolean
}

/** Runs a program to its end. Throws, with its last words, when it fails. */
export async function runMeasured(
  command: string,
  args: readonly string[],
  options: MeasureOptions = {},
): Promise<MeasuredRun> {
  const startedAt = performance.now()
  const secondsSoFar = (): number => (performance.now() - startedAt) / 1000
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  const memory = options.memory === true && child.pid !== undefined ? new ProcessTreeMemory(child.pid) : null
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
    memory?.stop()
  }
  return { stdout, seconds, peakBytes: memory?.stop() ?? null, lines }
}
