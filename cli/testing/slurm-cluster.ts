import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { allProcesses } from './processes.ts'

const run = promisify(execFile)
const TOOLS = ['munged', 'slurmctld', 'slurmd', 'sbatch', 'squeue', 'scontrol', 'runuser']
const STARTING_MS = 30_000

/** Why Slurm cannot run here; null if it can. */
export async function whyNoSlurm(): Promise<string | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux can start one'
  for (const tool of TOOLS) {
    const isThere = await run('sh', ['-c', `command -v ${tool}`], { env: environment({}) }).then(
      () => true,
      () => false,
    )
    if (!isThere) return `${tool} is not installed`
  }
  return null
}

export interface SlurmCluster {
  /** Runs a Slurm command, e.g. `sbatch`; resolves to its output. */
  readonly command: (tool: string, ...words: string[]) => Promise<string>
  /** Kills a node at once: its daemon, its steps and all their processes. Returns the number of processes. */
  readonly killNode: (name: string) => Promise<number>
  readonly stop: () => Promise<void>
}

/**
 * A Slurm cluster of two nodes with one core each, all on this host. `jobEnvironment`: environment of its
 * jobs.
 */
export async function startSlurm(jobEnvironment: Readonly<Record<string, string>>): Promise<SlurmCluster> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-slurm-'))
  const daemons = new Map<string, ChildProcess>()
  const env = environment({ SLURM_CONF: path.join(folder, 'slurm.conf') })
  const start = (name: string, command: string, ...words: string[]): void => {
    daemons.set(name, spawn(command, words, { env, stdio: 'ignore' }))
  }
  const command = async (tool: string, ...words: string[]): Promise<string> =>
    (await run(tool, words, { env: { ...env, ...jobEnvironment } })).stdout
  await writeConfiguration(folder)
  const munge = path.join(folder, 'munge')
  const files = ['socket=munge.socket', 'key-file=key', 'pid-file=pid', 'log-file=log', 'seed-file=seed']
  const options = files.map((option) => `--${option.replace('=', `=${munge}/`)}`)
  start('munge', 'runuser', '-u', 'munge', '--', 'munged', '--foreground', ...options)
  await until(async () => (await readdir(munge)).includes('munge.socket'), STARTING_MS, 'munged')
  start('controller', 'slurmctld', '-D', '-i')
  for (const node of ['node1', 'node2']) start(node, 'slurmd', '-D', '-N', node)
  const states = () => command('sinfo', '--noheader', '--Node', '--format=%T').catch(() => '')
  await until(async () => (await states()).trim().split('\n').join() === 'idle,idle', STARTING_MS, 'nodes')
  return {
    command,
    async killNode(name) {
      const pids = [...(await processesOfNode(name)), daemons.get(name)?.pid ?? 0].filter((pid) => pid > 0)
      for (const pid of pids) signal(pid, 'SIGKILL')
      return pids.length
    },
    async stop() {
      for (const node of ['node1', 'node2'])
        for (const pid of await processesOfNode(node)) signal(pid, 'SIGKILL')
      const ended = [...daemons.values()].map(
        (daemon) =>
          new Promise((resolve) => {
            if (daemon.exitCode !== null || daemon.signalCode !== null) resolve(null)
            else daemon.once('exit', resolve)
          }),
      )
      for (const daemon of daemons.values()) daemon.kill('SIGTERM')
      await Promise.all(ended)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Waits for a condition set by other processes; rejects with its name after `ms`. */
export async function until(isSo: () => Promise<boolean>, ms: number, what: string): Promise<void> {
  const end = performance.now() + ms
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`${what}: not within ${ms} ms`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** The daemons are in folders that only root's PATH contains. */
const environment = (more: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin`,
  ...more,
})

async function writeConfiguration(folder: string): Promise<void> {
  const munge = path.join(folder, 'munge')
  for (const name of ['munge', 'state', 'spool.node1', 'spool.node2'])
    await mkdir(path.join(folder, name), { recursive: true })
  const { stdout } = await run('id', ['-u', 'munge'])
  await writeFile(path.join(munge, 'key'), randomBytes(128), { mode: 0o400 })
  // munged refuses a key or folder that other users could change.
  for (const file of [path.join(munge, 'key'), munge]) await chown(file, Number(stdout), 0)
  await chmod(munge, 0o755)
  // munged's user has to be able to reach its files.
  await chmod(folder, 0o755)
  const host = os.hostname()
  const lines = [
    'ClusterName=parolo',
    `SlurmctldHost=${host}(127.0.0.1)`,
    'SlurmctldPort=16817',
    'SlurmUser=root',
    'AuthType=auth/munge',
    `AuthInfo=socket=${munge}/munge.socket`,
    `StateSaveLocation=${folder}/state`,
    `SlurmdSpoolDir=${folder}/spool.%n`,
    `SlurmdPidFile=${folder}/slurmd.%n.pid`,
    `SlurmctldPidFile=${folder}/slurmctld.pid`,
    `SlurmctldLogFile=${folder}/slurmctld.log`,
    `SlurmdLogFile=${folder}/slurmd.%n.log`,
    'ProctrackType=proctrack/linuxproc',
    'TaskPlugin=task/none',
    'JobAcctGatherType=jobacct_gather/none',
    'SelectType=select/cons_tres',
    'SelectTypeParameters=CR_CPU',
    'ReturnToService=2',
    'SlurmdTimeout=10',
    'JobRequeue=1',
    `NodeName=node[1-2] NodeHostname=${host} NodeAddr=127.0.0.1 Port=[17001-17002] CPUs=1 RealMemory=8000`,
    'PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP',
  ]
  await writeFile(path.join(folder, 'slurm.conf'), `${lines.join('\n')}\n`)
}

/** Tasks have their node in their environment; the steps that started them are their parents. */
async function processesOfNode(name: string): Promise<number[]> {
  const processes = allProcesses()
  const found = new Set<number>()
  for (const { pid, parent } of processes) {
    const variables = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')
    if (!variables.split('\0').includes(`SLURMD_NODENAME=${name}`)) continue
    found.add(pid)
    const above = processes.find((one) => one.pid === parent)
    if (above?.commandLine.startsWith('slurmstepd') === true) found.add(parent)
  }
  return [...found]
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
