import { apptainerFile, containerFile } from './container.ts'
import type { JobFacts } from './job-facts.ts'
import { kubernetesFile } from './kubernetes.ts'
import { parallelFile } from './parallel.ts'
import { readme } from './readme.ts'
import { slurmFile } from './slurm.ts'

/** Files for the engines that run an archive's shards, by name. */
export function jobFiles(facts: JobFacts): Readonly<Record<string, string>> {
  return {
    'job.slurm': slurmFile(facts),
    'job.yaml': kubernetesFile(facts),
    'parallel.sh': parallelFile(facts),
    Containerfile: containerFile(facts),
    'parolo.def': apptainerFile(facts),
    'README.txt': readme(facts),
  }
}
