import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ArchivePlan } from '#contracts/archive-plan'
import { Fault } from '#contracts/errors'
import { type ManifestRow, manifestRows } from '#core/archive/manifest'
import { places, shardPlace } from '#core/archive/places'
import { diskFault } from '../faults/disk-fault.ts'
import { codeOf } from '../faults/error-code.ts'

/** Faults: `archive.no-plan`, those of the disk. */
export async function readPlan(dir: string): Promise<ArchivePlan> {
  const file = path.join(dir, places.plan)
  const text = await readText(file, () => new Fault('archive.no-plan', { folder: dir }))
  return checked(file, () => ArchivePlan.parse(JSON.parse(text)))
}

/** Faults: `archive.no-plan`, `archive.damaged`, those of the disk. */
export async function readManifest(dir: string): Promise<ManifestRow[]> {
  const file = path.join(dir, places.manifest)
  const text = await readText(file, () => new Fault('archive.no-plan', { folder: dir }))
  return checked(file, () => [...manifestRows(text)])
}

/** Faults: `archive.no-shard`, `archive.damaged`, those of the disk. */
export async function readShard(dir: string, shard: number, shards: number): Promise<ManifestRow[]> {
  const file = path.join(dir, shardPlace(shard))
  const text = await readText(file, () => new Fault('archive.no-shard', { shard, most: shards - 1 }))
  return checked(file, () => [...manifestRows(text)])
}

async function readText(file: string, missing: () => Fault): Promise<string> {
  return await readFile(file, 'utf8').catch((error: unknown) => {
    throw codeOf(error) === 'ENOENT' ? missing() : diskFault(error, file)
  })
}

function checked<Result>(file: string, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    throw new Fault(
      'archive.damaged',
      { file },
      error instanceof Error ? error.message : String(error),
      error,
    )
  }
}
