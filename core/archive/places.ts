/** Paths inside the folder of an archive's plan, relative to it. */
export const places = {
  plan: 'plan.json',
  manifest: 'manifest.tsv',
  refused: 'refused.tsv',
  /** What was already read from files, so that an interrupted plan can resume. */
  scanned: 'scanned.jsonl',
  shards: 'shards',
  done: 'done',
  failed: 'failed',
  attempts: 'attempts',
  costs: 'costs',
  checkpoints: 'checkpoints',
  parts: 'tmp',
  logs: 'logs',
} as const

export const shardPlace = (shard: number): string => `${places.shards}/${shard}.tsv`

export const resultFolder = (key: string, sha256: string): string =>
  `${places.done}/${key}/${sha256.slice(0, 2)}`

export const resultName = (sha256: string): string => `${sha256}.parolo.json`

/** The recording whose result has this name; null for another file. */
export function recordingOfResult(name: string): string | null {
  return /^([0-9a-f]{64})\.parolo\.json$/u.exec(name)?.[1] ?? null
}

export const failedPlace = (sha256: string): string => `${places.failed}/${sha256}.json`

export const attemptsFolder = (sha256: string): string => `${places.attempts}/${sha256.slice(0, 2)}/${sha256}`

export const checkpointPlace = (key: string, sha256: string): string =>
  `${places.checkpoints}/${key}/${sha256}.db`
