import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { type ParoloResult, runParolo, type RunParoloOptions } from './run-parolo.ts'
import type { TestHome } from './test-home.ts'

/** Whether this machine can trace system calls of processes. */
export const canTraceNetwork = await promisify(execFile)('strace', [
  '-f',
  '-e',
  'trace=network',
  'true',
]).then(
  () => true,
  () => false,
)

export interface NetworkTrace {
  readonly result: ParoloResult
  /** Number of traced processes and threads. */
  readonly traced: number
  /** Socket-related system calls of all of them. */
  readonly calls: readonly string[]
}

/** Runs a command, and records every socket-related system call of all its processes. */
export async function traceNetwork(
  words: readonly string[],
  place: TestHome,
  options: Pick<RunParoloOptions, 'environment'> = {},
): Promise<NetworkTrace> {
  const trace = path.join(place.root, 'trace')
  const under = ['strace', '-f', '-ff', '-qq', '-e', 'trace=network', '-e', 'signal=none', '-o', trace]
  const result = await runParolo(words, { ...place, ...options, under })
  const logs = (await readdir(place.root)).filter((name) => name.startsWith('trace.'))
  const texts = await Promise.all(logs.map((name) => readFile(path.join(place.root, name), 'utf8')))
  const calls = texts.flatMap((text) => text.split('\n')).filter((line) => line !== '')
  return { result, traced: logs.length, calls }
}
