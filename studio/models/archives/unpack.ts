import { open, stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { type ErrorCode, Fault, type FaultValues } from '#contracts/errors'
import { diskFault } from '../../faults/disk-fault.ts'
import { entryLocation } from '../../processes/entry-location.ts'

export type ArchiveFormat = 'tar.bz2' | 'tar.gz' | 'zip'

export interface UnpackInput {
  readonly path: string
  /** For messages. */
  readonly name: string
  readonly format: ArchiveFormat
  /** An empty folder. */
  readonly folder: string
  readonly members: readonly string[] | null
  /** Maximum unpacked size of the archive, in bytes. */
  readonly mostBytes: number
}

export type FromUnpacker =
  /** Number of archive bytes read. */
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'done'; readonly names: string[] }
  | {
      readonly kind: 'fault'
      readonly code: ErrorCode
      readonly values: FaultValues
      readonly detail: string | undefined
    }
  | { readonly kind: 'system'; readonly code: string; readonly message: string }

/** Weights hardly compress: an archive that expands more than this is not a model's. */
const MAX_GROWTH = 5
const ALWAYS_ALLOWED_BYTES = 64e6

export function mostUnpackedBytes(archiveBytes: number): number {
  return Math.max(ALWAYS_ALLOWED_BYTES, archiveBytes * MAX_GROWTH)
}

/** By the file's first bytes; null if it is not a supported archive. */
export async function archiveFormat(file: string): Promise<ArchiveFormat | null> {
  const handle = await open(file).catch((error: unknown) => {
    throw diskFault(error, file)
  })
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    const start = buffer.subarray(0, bytesRead).toString('latin1')
    if (start.startsWith('BZh')) return 'tar.bz2'
    if (start.startsWith('\x1f\x8b')) return 'tar.gz'
    return start === 'PK\x03\x04' ? 'zip' : null
  } finally {
    await handle.close()
  }
}

/**
 * Unpacks the members that belong to a model in a separate thread (a large archive takes minutes); returns
 * their paths relative to `folder`. `name`: of the archive, for messages. Throws `model.archive-unsafe`,
 * `model.archive-damaged`, `model.archive-too-large`, `job.cancelled`, `disk.full`; the caller then deletes
 * `folder`.
 */
export async function unpackArchive(
  file: string,
  name: string,
  format: ArchiveFormat,
  folder: string,
  members: readonly string[] | null,
  options: { readonly signal?: AbortSignal | undefined; readonly onFraction?: (fraction: number) => void },
): Promise<string[]> {
  const { size } = await stat(file)
  const input: UnpackInput = {
    path: file,
    name,
    format,
    folder,
    members,
    mostBytes: mostUnpackedBytes(size),
  }
  const { signal, onFraction } = options
  if (signal?.aborted === true) throw new Fault('job.cancelled')
  const worker = new Worker(entryLocation('studio/models/archives/unpack-worker.ts', 'unpack'), {
    workerData: input,
  })
  const onAbort = (): void => void worker.terminate()
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', (message: FromUnpacker) => {
        if (message.kind === 'progress') onFraction?.(Math.min(1, message.bytes / Math.max(1, size)))
        else if (message.kind === 'done') resolve(message.names)
        else if (message.kind === 'fault') reject(new Fault(message.code, message.values, message.detail))
        else reject(diskFault(Object.assign(new Error(message.message), { code: message.code }), folder))
      })
      worker.once('error', reject)
      worker.once('exit', (code) => {
        if (signal?.aborted === true) reject(new Fault('job.cancelled'))
        else reject(new Fault('internal', {}, `unpack worker ended with ${code}`))
      })
    })
  } finally {
    signal?.removeEventListener('abort', onAbort)
    await worker.terminate()
  }
}
