import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../index.ts', import.meta.url))

export type ProgressLine = Readonly<Record<string, unknown>> & { readonly type: string }

export interface ParoloResult {
  /** Null if a signal ended the program. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  readonly seconds: number
}

export interface RunParoloOptions {
  /** The library's folder (PAROLO_HOME). */
  readonly home: string
  /** Working directory; results are written here by default. */
  readonly folder: string
  readonly environment?: Readonly<Record<string, string>>
  /** A command and arguments that run the program, such as `strace -f …`, `setpriv …`. */
  readonly under?: readonly string[]
  /** Runs in a separate process group, so that a signal reaches all of the program and nothing else. */
  readonly ownGroup?: boolean
}

export interface RunningParolo {
  readonly child: ChildProcess
  readonly pid: number
  readonly result: Promise<ParoloResult>
  /** Resolves with the first line of `--progress json` that matches, including earlier lines. */
  readonly line: (fits: (line: ProgressLine) => boolean) => Promise<ProgressLine>
}

/** Starts the command line as a user would, with the Node that runs the tests. */
export function startParolo(words: readonly string[], options: RunParoloOptions): RunningParolo {
  const command = [
    ...(options.under ?? []),
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    entry,
    ...words,
  ]
  const startedAt = performance.now()
  const child = spawn(command[0] as string, command.slice(1), {
    cwd: options.folder,
    env: environmentFor(options),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: options.ownGroup === true,
  })
  let stdout = ''
  let stderr = ''
  const waiting = new Set<() => void>()
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    for (const look of waiting) look()
  })
  const result = new Promise<ParoloResult>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode) => {
      resolve({ exitCode, stdout, stderr, seconds: (performance.now() - startedAt) / 1000 })
    })
  })
  const line = (fits: (line: ProgressLine) => boolean) =>
    new Promise<ProgressLine>((resolve, reject) => {
      const look = () => {
        const found = jsonLines(stderr.slice(0, stderr.lastIndexOf('\n') + 1)).find(fits)
        if (!found) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      child.once('close', () => reject(new Error(`ended before such a line came:\n${stderr}`)))
      look()
    })
  return { child, pid: child.pid ?? 0, result, line }
}

export function runParolo(words: readonly string[], options: RunParoloOptions): Promise<ParoloResult> {
  return startParolo(words, options).result
}

/** Throws, with all output of the program, if it ended with another exit code. */
export function mustExit(result: ParoloResult, exitCode: number): void {
  if (result.exitCode === exitCode) return
  throw new Error(`ended with ${result.exitCode}, not ${exitCode}:\n${result.stderr}\n${result.stdout}`)
}

/** The lines of `--progress json`; throws for a line that is not a JSON object. */
export function jsonLines(stderr: string): ProgressLine[] {
  return stderr
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const value: unknown = JSON.parse(line)
      if (value === null || typeof value !== 'object' || !('type' in value))
        throw new Error(`no progress line: ${line}`)
      return value as ProgressLine
    })
}

/** Counts from the `transcribed` line: how many decodes were run, reused, or failed. */
export function decodesOf(result: ParoloResult): { decoded: number; reused: number; failed: number } {
  const line = jsonLines(result.stderr).find(({ type }) => type === 'transcribed')
  if (!line) throw new Error(`nothing was transcribed:\n${result.stderr}`)
  return {
    decoded: Number(line.decoded),
    reused: Number(line.decodesReused),
    failed: Number(line.failedChunks),
  }
}

/** English, without the system's settings, unless a test sets them. */
export function environmentFor({ home, environment }: RunParoloOptions): NodeJS.ProcessEnv {
  const { INIT_CWD: _folder, LC_ALL: _all, LC_MESSAGES: _messages, ...rest } = process.env
  return { ...rest, LANG: 'C.UTF-8', PAROLO_HOME: home, ...environment }
}
