import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { projectRoot } from '../project-root.ts'
import type { Act } from './acts.ts'

/** Node's arguments for one of the project's scripts. */
export const entry = (script: string): string[] => [
  '--disable-warning=ExperimentalWarning',
  path.join(projectRoot, script),
]

export interface Program {
  readonly child: ChildProcess
  /** The end of its error output. */
  readonly errors: () => string
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>
}

/** Starts a script; each line of its output is one act. */
export function startProgram(
  script: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  onAct: (act: Act) => void = () => undefined,
): Program {
  const child = spawn(process.execPath, [...entry(script), ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (text: Buffer) => (errors = (errors + text.toString()).slice(-4_000)))
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    if (line.startsWith('{"act"')) onAct(JSON.parse(line) as Act)
  })
  const closed = new Promise<void>((resolve) => void lines.once('close', resolve))
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => void closed.then(() => resolve({ code, signal })))
  })
  return { child, errors: () => errors, ended }
}
