import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ManifestRow } from '#core/archive/manifest'
import { places, recordingOfResult } from '#core/archive/places'
import { type ArchiveStatus, archiveStatus } from '#core/archive/status'
import { tsvRows } from '#core/archive/tsv'
import { readAttempt } from './attempt-files.ts'
import { readCosts } from './cost-files.ts'
import { deadLetters } from './dead-letters.ts'
import { readManifest } from './plan-files.ts'
import { namesIn, nothingThere } from './whole-files.ts'

/**
 * Progress of an archive, from its files alone. `price`: per core-hour, null if unknown. Faults:
 * `archive.no-plan`, `archive.damaged`, those of the disk.
 */
export async function readStatus(dir: string, price: number | null): Promise<ArchiveStatus> {
  const recordings = await readManifest(dir)
  const keyOf = new Map(recordings.map(({ sha256, key }) => [sha256, key]))
  const failed = new Set(
    (await deadLetters(dir))
      .filter(({ sha256, key }) => keyOf.get(sha256) === key)
      .map(({ sha256 }) => sha256),
  )
  return archiveStatus({
    recordings,
    done: await doneRecordings(dir, recordings),
    failed,
    running: await runningRecordings(dir),
    refused: await refusedCount(dir),
    costs: await readCosts(dir),
    nowMs: Date.now(),
    price,
  })
}

/** Recordings of the manifest with a result for their key; does not check whether it is complete. */
export async function doneRecordings(dir: string, recordings: readonly ManifestRow[]): Promise<Set<string>> {
  const keyOf = new Map(recordings.map(({ sha256, key }) => [sha256, key]))
  const done = new Set<string>()
  for (const key of new Set(keyOf.values())) {
    const folder = path.join(dir, places.done, key)
    for (const begin of await namesIn(folder)) {
      for (const name of await namesIn(path.join(folder, begin))) {
        const sha256 = recordingOfResult(name)
        if (sha256 !== null && keyOf.get(sha256) === key) done.add(sha256)
      }
    }
  }
  return done
}

async function runningRecordings(dir: string): Promise<Set<string>> {
  const running = new Set<string>()
  const top = path.join(dir, places.attempts)
  for (const begin of await namesIn(top)) {
    for (const sha256 of await namesIn(path.join(top, begin))) {
      const folder = path.join(top, begin, sha256)
      for (const name of await namesIn(folder)) {
        const attempt = await readAttempt(path.join(folder, name))
        if (attempt?.state === 'running') running.add(sha256)
      }
    }
  }
  return running
}

async function refusedCount(dir: string): Promise<number> {
  const text = await readFile(path.join(dir, places.refused), 'utf8').catch(nothingThere)
  return text === null ? 0 : [...tsvRows(text)].length
}
