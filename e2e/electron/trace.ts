import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Whether system calls can be traced here. */
export const canTrace = spawnSync('strace', ['-f', '-e', 'trace=network', 'true']).status === 0

export interface Trace {
  /** Started instead of the program. */
  readonly executablePath: string
  /** The calls so far, of all its processes, one per line. */
  calls(): Promise<readonly string[]>
}

/** Traces the calls of this kind (`network`, `file`) by a program and all its children. */
export async function trace(kind: 'network' | 'file', program: string, folder: string): Promise<Trace> {
  const file = path.join(folder, 'trace')
  const executablePath = path.join(folder, 'traced')
  const under = `strace -f --seccomp-bpf -qq -s 4096 -e trace=%${kind} -e signal=none -o '${file}'`
  await writeFile(executablePath, `#!/bin/sh\nexec ${under} '${program}' "$@"\n`, { mode: 0o755 })
  return {
    executablePath,
    calls: async () => (await readFile(file, 'utf8')).split('\n').map((line) => line.replace(/^\d+ +/u, '')),
  }
}
