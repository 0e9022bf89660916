import type { ProgramLanguage } from '../../messages/messages.ts'

/** What the files for cluster engines are generated from. */
export interface JobFacts {
  /** Absolute. */
  readonly dir: string
  readonly shards: number
  readonly cpus: number
  /** As Slurm writes it: a number, in megabytes or with K, M, G or T. */
  readonly mem: string
  readonly version: string
  /** Of README.txt. */
  readonly language: ProgramLanguage
  /** Absolute; these folders and those below them contain the recordings. */
  readonly folders: readonly string[]
}

/** Slurm rejects larger arrays by default (MaxArraySize 1001). */
export const MAX_IN_ARRAY = 1_000

/** Text quoted as one word for a shell. */
export const shellWord = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

const UNITS: Readonly<Record<string, string>> = { K: 'Ki', M: 'Mi', G: 'Gi', T: 'Ti' }

/** An amount of memory as Kubernetes writes it. */
export function kubernetesMemory(mem: string): string {
  const [, amount = '', unit = ''] = /^(\d+)([KMGT]?)$/u.exec(mem) ?? []
  return `${amount}${UNITS[unit || 'M']}`
}

export const isMemory = (mem: string): boolean => /^[1-9]\d*[KMGT]?$/u.test(mem)
