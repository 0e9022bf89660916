import { type JobFacts, MAX_IN_ARRAY, shellWord } from './job-facts.ts'
import { places } from '../places.ts'

/** The job array, started with `sbatch job.slurm` alone. */
export function slurmFile({ dir, shards, cpus, mem }: JobFacts): string {
  const last = Math.min(shards, MAX_IN_ARRAY) - 1
  return `#!/bin/bash
# A task of the array is a shard of the archive, counted from 0.
#SBATCH --job-name=parolo
#SBATCH --array=0-${last}
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --cpus-per-task=${cpus}
#SBATCH --mem=${mem}
#SBATCH --output=${sbatchValue(`${dir}/${places.logs}/`)}%A_%a.out

# The program, as README.txt says; e.g. PAROLO="apptainer exec parolo.sif parolo".
# PAROLO_OFFSET: the first shard of this array, where there are more shards than an array takes.
shard=$((SLURM_ARRAY_TASK_ID + \${PAROLO_OFFSET:-0}))
# exec: the signal with which Slurm ends a task reaches the program, which then keeps what it has.
exec \${PAROLO:-parolo} archive work ${shellWord(dir)} --shard "$shard"
`
}

/** Slurm parses quotes, and % as a placeholder. */
const sbatchValue = (text: string): string =>
  /^[\w./+:@,-]*$/u.test(text)
    ? text
    : `"${text.replaceAll('%', '%%').replaceAll(/["\\]/gu, String.raw`\$&`)}"`

/** The commands for all shards, one per line. */
export function slurmCommands({ dir, shards }: Pick<JobFacts, 'dir' | 'shards'>): string[] {
  const file = shellWord(`${dir}/job.slurm`)
  const commands = [`sbatch ${file}`]
  for (let offset = MAX_IN_ARRAY; offset < shards; offset += MAX_IN_ARRAY) {
    const last = Math.min(MAX_IN_ARRAY, shards - offset) - 1
    commands.push(`PAROLO_OFFSET=${offset} sbatch --export=ALL --array=0-${last} ${file}`)
  }
  return commands
}
