import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { manifestRows } from '#core/archive/manifest'
import { places } from '#core/archive/places'
import { deadLetters, removeDeadLetter } from './dead-letters.ts'
import { readPlan } from './plan-files.ts'

export interface PutBack {
  readonly recordings: number
  /** Shards that must run again, in order. */
  readonly shards: readonly number[]
}

/** Requeues all dead letters. Faults: `archive.no-plan`, those of the disk. */
export async function retryFailed(dir: string): Promise<PutBack> {
  await readPlan(dir)
  const failed = new Set((await deadLetters(dir)).map(({ sha256 }) => sha256))
  const shards: number[] = []
  if (failed.size > 0) {
    const folder = path.join(dir, places.shards)
    for (const name of await readdir(folder)) {
      const shard = /^(\d+)\.tsv$/u.exec(name)?.[1]
      if (shard === undefined) continue
      const rows = manifestRows(await readFile(path.join(folder, name), 'utf8'))
      if ([...rows].some(({ sha256 }) => failed.has(sha256))) shards.push(Number(shard))
    }
  }
  for (const sha256 of failed) await removeDeadLetter(dir, sha256)
  return { recordings: failed.size, shards: shards.sort((a, b) => a - b) }
}
