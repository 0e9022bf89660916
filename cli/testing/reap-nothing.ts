import { spawn } from 'node:child_process'

/**
 * A shell that starts `command` and never waits for it: once killed, the command remains a zombie for as long as the
 * shell runs. Its pid is the first line of stdout; `sleep` replaces the shell and reaps nothing.
 */
export function startUnreaped(
  command: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
) {
  const parent = spawn('sh', ['-c', '"$@" >/dev/null 2>&1 & echo $!; exec sleep 600', 'sh', ...command], {
    ...options,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const pid = new Promise<number>((resolve, reject) => {
    parent.once('error', reject)
    parent.stdout.setEncoding('utf8').once('data', (text: string) => resolve(Number(text.trim())))
  })
  return { parent, pid }
}
