import type { CallInput } from '#contracts/calls/calls'

export type StartOptions = Omit<CallInput<'recorder.start'>, 'atMs' | 'firstSequences'>

/** A block as sent (core/recording/block-bytes.ts), kept until it is on disk. */
export interface KeptBlock {
  readonly source: number
  readonly sequence: number
  /** When its first sample was captured, on the blocks' clock. */
  readonly atMs: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** When Pause or Resume was pressed, on the blocks' clock. */
export interface PauseNote {
  readonly kind: 'pause' | 'resume'
  readonly atMs: number
}

/** Stored with the blocks, so that a later page can send them to a recording. */
export interface KeptAbout {
  /** Null until the studio has made a recording. */
  readonly runningId: string | null
  readonly options: StartOptions
  /** When Stop was pressed, on the blocks' clock; null before. */
  readonly stoppedAtMs: number | null
  /** In order; earlier versions stored none. */
  readonly pauses?: readonly PauseNote[]
  /** The library that it was recorded for; null if not known yet. */
  readonly library: string | null
}

/**
 * The blocks of one recording in the browser's own storage: files of a moment or more, which survive the
 * page.
 */
export interface BlockStorage {
  /** Resolves with the file's number once it is stored. */
  store(blocks: readonly KeptBlock[]): Promise<number>
  read(file: number): Promise<readonly KeptBlock[]>
  remove(file: number): Promise<void>
  /** Oldest first. */
  list(): Promise<readonly number[]>
  describe(about: KeptAbout): Promise<void>
  /** Null if none was stored. */
  about(): Promise<KeptAbout | null>
  /** Deletes everything, and releases it. */
  delete(): Promise<void>
  /** Releases it: a later page may take it. */
  release(): void
}

/** Where the browser stores sound until it is on disk. */
export interface SoundShelf {
  /** A new one that no other page takes; null if the browser has no storage. */
  create(): Promise<BlockStorage | null>
  /** Those of closed pages: each belongs to this page until it is released. */
  takeLeft(): Promise<readonly BlockStorage[]>
}
