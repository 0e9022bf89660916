import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { WireError } from '#contracts/errors'
import { failedPlace, places } from '#core/archive/places'
import type { ManifestRow } from '#core/archive/manifest'
import { diskFault } from '../faults/disk-fault.ts'
import { forgetAttempts, type KnownAttempt, type Tried } from './attempt-files.ts'
import { namesIn, nothingThere, type WholeFiles } from './whole-files.ts'

/** `failed/SHA.json`: a recording that is not attempted again until a person requeues it. */
const DeadLetterShape = z.object({
  sha256: z.string(),
  key: z.string(),
  path: z.string(),
  durationMs: z.number(),
  /** Three faults, or five other interruptions in a row. */
  because: z.enum(['faults', 'interrupted']),
  fault: z.object({ code: z.string(), message: z.string(), remedy: z.string().optional() }),
  /** The end of the stderr of the fault's program. */
  stderr: z.string(),
  attempts: z.array(
    z.object({ startedAtMs: z.number(), host: z.string(), state: z.string(), code: z.string().nullable() }),
  ),
})
export type DeadLetter = z.infer<typeof DeadLetterShape>

const MAX_STDERR = 4_000

/** Writes it, unless it exists. Throws the faults of the disk. */
export async function writeDeadLetter(
  dir: string,
  files: WholeFiles,
  row: ManifestRow,
  because: DeadLetter['because'],
  { code, message, remedy, detail = '' }: WireError,
  attempts: readonly KnownAttempt[],
): Promise<void> {
  const letter: DeadLetter = {
    sha256: row.sha256,
    key: row.key,
    path: row.path,
    durationMs: row.durationMs,
    because,
    fault: { code, message, ...(remedy === undefined ? {} : { remedy }) },
    stderr: detail.slice(-MAX_STDERR),
    attempts: attempts.flatMap(({ state, stored }) =>
      stored === null
        ? []
        : [{ startedAtMs: stored.startedAtMs, host: stored.host, state, code: stored.fault?.code ?? null }],
    ),
  }
  await files.replace(path.join(dir, failedPlace(row.sha256)), `${JSON.stringify(letter, null, 2)}\n`)
}

/** Whether the recording is a dead letter for this key. */
export async function isDeadLetter(dir: string, { sha256, key }: Tried): Promise<boolean> {
  return (await readDeadLetter(path.join(dir, failedPlace(sha256))))?.key === key
}

/** All dead letters, including those of other keys. */
export async function deadLetters(dir: string): Promise<DeadLetter[]> {
  const folder = path.join(dir, places.failed)
  const letters: DeadLetter[] = []
  for (const name of (await namesIn(folder)).filter((one) => one.endsWith('.json'))) {
    const letter = await readDeadLetter(path.join(folder, name))
    if (letter !== null) letters.push(letter)
  }
  return letters
}

/** Requeues dead letters without attempts, as if they had never been tried. */
export async function removeDeadLetter(dir: string, sha256: string): Promise<void> {
  // Attempts are removed first: a dead letter without them remains one, and a later retry requeues it.
  await forgetAttempts(dir, sha256)
  await rm(path.join(dir, failedPlace(sha256)), { force: true })
}

async function readDeadLetter(file: string): Promise<DeadLetter | null> {
  const text = await readFile(file, 'utf8')
    .catch(nothingThere)
    .catch((error: unknown) => {
      throw diskFault(error, file)
    })
  return text === null ? null : DeadLetterShape.parse(JSON.parse(text))
}
