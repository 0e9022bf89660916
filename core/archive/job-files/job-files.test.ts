import { Ajv } from 'ajv'
import { load } from 'js-yaml'
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isMemory, type JobFacts, kubernetesMemory } from './job-facts.ts'
import { jobFiles } from './job-files.ts'
import { slurmCommands } from './slurm.ts'

const schema = JSON.parse(
  readFileSync(new URL('../../../fixtures/kubernetes/job-batch-v1.schema.json', import.meta.url), 'utf8'),
) as object
const isJob = new Ajv({ strict: false, validateFormats: false }).compile(schema)

const facts: JobFacts = {
  dir: '/data/plan',
  shards: 12,
  cpus: 2,
  mem: '1500M',
  version: '0.1.0',
  language: 'en',
  folders: ['/data/radio'],
}
const odd: JobFacts = {
  ...facts,
  dir: `/data/the plan's 100% "done" $HOME`,
  folders: ['/data/été 1998', '/data/b'],
}

interface Container {
  readonly command: readonly string[]
  readonly volumeMounts: readonly { readonly mountPath: string; readonly subPath?: string }[]
}
interface Job {
  readonly spec: {
    readonly completions: number
    readonly completionMode: string
    readonly backoffLimitPerIndex: number
    readonly template: { readonly spec: { readonly containers: readonly Container[] } }
  }
}

function kubernetesJob(some: JobFacts): Job {
  const job = load(jobFiles(some)['job.yaml'] ?? '')
  isJob(job)
  expect(isJob.errors).toBeNull()
  return job as Job
}

describe('the Kubernetes manifest', () => {
  it('is a Job by its schema, an index a shard', () => {
    const { spec } = kubernetesJob(facts)
    expect(spec).toMatchObject({ completions: 12, completionMode: 'Indexed', backoffLimitPerIndex: 20 })
    const [container] = spec.template.spec.containers
    expect(container).toMatchObject({
      resources: { requests: { cpu: '2', memory: '1500Mi' }, limits: { cpu: '2', memory: '1500Mi' } },
    })
    expect(container?.volumeMounts.map(({ mountPath }) => mountPath)).toEqual([
      '/data/plan',
      '/data/radio',
      '/scratch',
    ])
  })

  it('is one with odd names too, and runs the worker in its container', () => {
    const container = kubernetesJob(odd).spec.template.spec.containers[0]
    const [command = '', ...words] = container?.command ?? []
    const env = { PATH: process.env.PATH, PAROLO: `printf %s\\n`, JOB_COMPLETION_INDEX: '7' }
    const ran = execFileSync(command, words, { env, encoding: 'utf8' })
    expect(ran.trim().split('\n')).toEqual([
      'archive',
      'work',
      odd.dir,
      '--shard',
      '7',
      '--scratch',
      '/scratch',
    ])
  })

  it('does not fit the schema with a member that Kubernetes does not know', () => {
    const job = kubernetesJob(facts)
    expect(isJob({ ...job, spec: { ...job.spec, complete: 3 } })).toBe(false)
  })
})

describe('the Slurm script', () => {
  it('is a whole command with an array of all shards', () => {
    const script = jobFiles(facts)['job.slurm'] ?? ''
    for (const line of ['--array=0-11', '--requeue', '--cpus-per-task=2', '--mem=1500M'])
      expect(script).toContain(`\n#SBATCH ${line}\n`)
    expect(script).toContain(`\nexec \${PAROLO:-parolo} archive work '/data/plan' --shard "$shard"\n`)
  })

  it('runs the worker with its shard, also with odd names and an offset', () => {
    const env = {
      PATH: process.env.PATH,
      PAROLO: `printf %s\\n`,
      SLURM_ARRAY_TASK_ID: '7',
      PAROLO_OFFSET: '1000',
    }
    const ran = execFileSync('bash', ['-s'], { env, encoding: 'utf8', input: jobFiles(odd)['job.slurm'] })
    expect(ran.trim().split('\n')).toEqual(['archive', 'work', odd.dir, '--shard', '1007'])
  })

  it('has a line for each thousand shards', () => {
    expect(slurmCommands({ dir: '/d', shards: 1000 })).toEqual([`sbatch '/d/job.slurm'`])
    expect(slurmCommands({ dir: '/d', shards: 2001 })).toEqual([
      `sbatch '/d/job.slurm'`,
      `PAROLO_OFFSET=1000 sbatch --export=ALL --array=0-999 '/d/job.slurm'`,
      `PAROLO_OFFSET=2000 sbatch --export=ALL --array=0-0 '/d/job.slurm'`,
    ])
    const many = { ...facts, shards: 2001 }
    expect(jobFiles(many)['job.slurm']).toContain('#SBATCH --array=0-999\n')
    for (const line of slurmCommands(many)) expect(jobFiles(many)['README.txt']).toContain(line)
  })
})

describe('all files', () => {
  it.each(['job.slurm', 'parallel.sh'])('%s is a script that bash reads', (name) => {
    for (const some of [facts, odd]) {
      const { status, stderr } = spawnSync('bash', ['-n', '-s'], {
        input: jobFiles(some)[name],
        encoding: 'utf8',
      })
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    }
  })

  it('have a README in both languages, with the same commands', () => {
    const [english, french] = [facts, { ...facts, language: 'fr' as const }].map(
      (some) => jobFiles(some)['README.txt'],
    )
    expect(english).not.toBe(french)
    for (const command of ["sbatch '/data/plan/job.slurm'", 'kubectl apply', 'parallel.sh', 'archive gather'])
      for (const text of [english, french]) expect(text).toContain(command)
  })
})

describe('an amount of memory', () => {
  it.each([
    ['2G', '2Gi'],
    ['900', '900Mi'],
    ['64000K', '64000Ki'],
  ])('%s is %s for Kubernetes', (slurm, kubernetes) => {
    expect(isMemory(slurm)).toBe(true)
    expect(kubernetesMemory(slurm)).toBe(kubernetes)
  })

  it.each(['', '0', '2GB', '1.5G', '-1', 'much'])('“%s” is none', (text) => {
    expect(isMemory(text)).toBe(false)
  })
})
