import { checkLease, type Lease } from './leases.ts'
import type { Store } from '../../database/store.ts'
import type { Database } from 'better-sqlite3'
import type { TableDescription } from '../../table-description.ts'

/** What the stored result is for; each kind has its own key namespace. */
export type ChunkKind = 'region-window' | 'speaker-window' | 'piece' | 'words'

/** JSON, or the bytes of vectors. */
export type ChunkResult = string | Uint8Array

export interface ChunkCalls {
  /** The stored result for this key, whichever program wrote it. */
  chunk(kind: ChunkKind, key: string): ChunkResult | undefined
  /** One result per key, in the same order. */
  chunks(kind: ChunkKind, keys: readonly string[]): (ChunkResult | undefined)[]
  /** `pcmSha256`: the audio that the result was computed from; the result is deleted with it. */
  saveChunk(lease: Lease, kind: ChunkKind, key: string, pcmSha256: string, result: ChunkResult): void
}

export function createChunkCalls(store: Store): ChunkCalls {
  const chunk = (kind: ChunkKind, key: string): ChunkResult | undefined =>
    store.row<{ result: ChunkResult }>('SELECT result FROM chunks WHERE kind = ? AND key = ?', kind, key)
      ?.result
  return {
    chunk,
    chunks: (kind, keys) => store.read(() => keys.map((key) => chunk(kind, key))),
    saveChunk(lease, kind, key, pcmSha256, result) {
      store.change((append) => {
        const jobId = checkLease(store, lease)
        store.run(
          `INSERT INTO chunks (kind, key, pcm_sha256, result) VALUES (?, ?, ?, ?)
           ON CONFLICT (kind, key) DO UPDATE SET result = excluded.result`,
          kind,
          key,
          pcmSha256,
          result,
        )
        append('chunk-saved', { jobId })
      })
    },
  }
}

export const chunksTable: TableDescription = {
  name: 'chunks',
  whenDeleted: deleteChunksOf,
  whenJoined: 'kept',
  whenTrimmed: ({ database }, recordingId) => deleteChunksOf(database, recordingId),
  isWork: false,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}

/** Those computed from sound that no other recording has. */
function deleteChunksOf(database: Database, recordingId: string): void {
  database
    .prepare(
      `DELETE FROM chunks WHERE pcm_sha256 IN (
         SELECT pcm_sha256 FROM tracks AS own WHERE recording_id = ? AND NOT EXISTS (
           SELECT 1 FROM tracks AS other
           WHERE other.pcm_sha256 = own.pcm_sha256 AND other.recording_id <> own.recording_id))`,
    )
    .run(recordingId)
}
