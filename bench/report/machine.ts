import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import os from 'node:os'
import { promisify } from 'node:util'
import { projectRoot } from '../project-root.ts'

/** One line with place, time and setup of a section's measurement. */
export async function describeMachine(): Promise<string> {
  const cpu = os.cpus()[0]?.model.trim() ?? 'unknown CPU'
  const cores = os.availableParallelism()
  const gigabytes = (os.totalmem() / 2 ** 30).toFixed(1)
  const load = os.loadavg()[0] ?? 0
  const parts = [
    new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC',
    `commit ${await commit()}`,
    `${cpu}, ${cores} cores, ${gigabytes} GB`,
    systemName(),
    `Node ${process.versions.node}`,
    // Other work on the machine slows everything down; it is stated, so that results are not compared
    // wrongly.
    `load ${load.toFixed(1)} at the start`,
  ]
  return `_${parts.join(' · ')}_`
}

function systemName(): string {
  if (process.platform !== 'linux') return `${os.type()} ${os.release()}`
  const pretty = /^PRETTY_NAME="?([^"\n]+)/mu.exec(readFileSync('/etc/os-release', 'utf8'))?.[1]
  return `${pretty ?? 'Linux'}, Linux ${os.release()}`
}

/** The commit's short hash; `+` if files differ from it (apart from the results). */
async function commit(): Promise<string> {
  const git = async (...args: string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)('git', ['--no-optional-locks', ...args], {
      cwd: projectRoot,
    })
    return stdout.trim()
  }
  try {
    const changed = await git('status', '--porcelain', '--', '.', ':!bench/RESULTS.md')
    return `${await git('rev-parse', '--short', 'HEAD')}${changed === '' ? '' : '+'}`
  } catch (error) {
    // A copy without its history can be measured too.
    if (error instanceof Error) return 'unknown'
    throw error
  }
}
