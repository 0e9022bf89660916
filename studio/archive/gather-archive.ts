import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import type { ManifestRow } from '#core/archive/manifest'
import { checkDocument } from '#core/formats/reading/check-document'
import { extraKeys } from '#core/formats/json/json-extra'
import { UnreadableText } from '#core/formats/reading/unreadable-text'
import { trackOfRun } from '#core/tracks/mix'
import { diskFault } from '../faults/disk-fault.ts'
import { fileKeyOf } from '../imports/open-transcript.ts'
import type { GatheredResult, Library } from '../library/library.ts'
import { doneRecordings } from './read-status.ts'
import { readWhole, resultFile } from './results.ts'
import { nothingThere } from './whole-files.ts'

export interface Gathered {
  readonly added: number
  /** Already in the library. */
  readonly known: number
  /** Truncated results: their shard makes them again. */
  readonly broken: number
}

export interface GatherOptions {
  readonly signal: AbortSignal
  /** 0–1. */
  readonly onProgress: (fraction: number) => void
}

/** Results per transaction: stopping loses no more than these, and others wait no longer. */
const AT_ONCE = 20

/**
 * Imports the results of these recordings that the library lacks. Faults: `job.cancelled`, those of the disk
 * and the library.
 */
export async function gatherInto(
  library: Library,
  dir: string,
  rows: readonly ManifestRow[],
  { signal, onProgress }: GatherOptions,
): Promise<Gathered> {
  const keysOf = new Map<string, string[]>()
  for (const { sha256, key } of await library.gatheredKeys()) {
    keysOf.set(sha256, [...(keysOf.get(sha256) ?? []), key])
  }
  const done = await doneRecordings(dir, rows)
  const there = rows.filter(({ sha256 }) => done.has(sha256))
  const isKnown = ({ sha256, key }: ManifestRow): boolean => keysOf.get(sha256)?.includes(key) === true
  for (const { sha256, key } of there.filter(isKnown)) {
    if (keysOf.get(sha256)?.at(-1) !== key) await library.preferResult(sha256, key)
  }
  const missing = there.filter((row) => !isKnown(row))
  const counts = { added: 0, known: there.length - missing.length, broken: 0 }
  let storing: Promise<void> = Promise.resolve()
  try {
    for (let from = 0; from < missing.length; from += AT_ONCE) {
      if (signal.aborted) throw new Fault('job.cancelled')
      const some = missing.slice(from, from + AT_ONCE)
      const results: GatheredResult[] = []
      for (const row of some) {
        const result = await readResult(dir, row)
        if (result === null) counts.broken++
        else results.push(result)
      }
      // The library's thread stores these while the next ones are read here.
      await storing
      storing = library.gatherResults(results).then((added) => {
        counts.added += added
        counts.known += results.length - added
        onProgress((from + some.length) / missing.length)
      })
      // Rejection is handled at the await; this avoids an unhandled rejection.
      storing.catch(() => undefined)
    }
  } finally {
    await storing
  }
  return counts
}

/** Null if the file is not a complete result. */
async function readResult(dir: string, row: ManifestRow): Promise<GatheredResult | null> {
  const file = resultFile(dir, row)
  const text = await readFile(file, 'utf8')
    .catch(nothingThere)
    .catch((error: unknown) => {
      throw diskFault(error, file)
    })
  const document = text === null ? null : readWhole(text, row.sha256)
  if (document === null) return null
  try {
    checkDocument(document)
  } catch (error) {
    if (error instanceof UnreadableText) return null
    throw error
  }
  const { recording: given, transcript } = document
  const title = row.title || given.title
  const fileName = path.basename(row.path)
  const { durationMs, sha256 } = given
  const listed = Object.fromEntries(
    Object.entries({ id: row.id, collection: row.collection }).filter(([, value]) => value !== ''),
  )
  const extra = document.extra ?? {}
  return {
    sha256,
    key: row.key,
    fileKey: fileKeyOf(document),
    tags: row.collection === '' ? [] : [row.collection],
    date: row.date,
    imported: {
      recording: { path: row.path, fileName, title, bytes: row.bytes, mtimeMs: row.mtimeMs, sha256 },
      track: { index: trackOfRun(transcript.run.settings), durationMs },
      transcript,
      members: {
        // Members that this version does not know, preserved by every export.
        extra:
          Object.keys(listed).length === 0 ? extra : { ...extra, [extraKeys.recording]: { archive: listed } },
        facts: { given: { ...given, title, fileName }, kept: { title, fileName, sha256, durationMs } },
      },
    },
  }
}
