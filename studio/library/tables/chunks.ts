import { checkLease, type Lease } from './leases.ts'
import type { Store } from '../database/store.ts'

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
        append('chunk-saved', { jobId, kind, key })
      })
    },
  }
}
