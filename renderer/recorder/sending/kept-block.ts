import type { CallInput } from '#contracts/calls/calls'

export type StartOptions = Omit<CallInput<'recorder.start'>, 'atMs' | 'firstSequences'>

/** A block as it is sent (core/recording/block-bytes.ts), kept until it is on disk. */
export interface KeptBlock {
  readonly source: number
  readonly sequence: number
  /** When its first sample was captured, by the clock that blocks carry. */
  readonly atMs: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Pause or Resume was pressed then, by the clock that blocks carry. */
export interface PauseNote {
  readonly kind: 'pause' | 'resume'
  readonly atMs: number
}

/** What is kept beside the blocks, so that a later page can give them to a recording. */
export interface KeptAbout {
  /** Null until the studio has made a recording. */
  readonly runningId: string | null
  readonly options: StartOptions
  /** When Stop was pressed, by the clock that blocks carry; null before. */
  readonly stoppedAtMs: number | null
  /** In their order; earlier versions kept none. */
  readonly pauses?: readonly PauseNote[]
  /** The library that it was recorded for; null if it was not known yet. */
  readonly library: string | null
}

/** The blocks of one recording in the browser's own storage: files of a moment or more, which outlive the page. */
export interface BlockStorage {
  /** Resolves with the file's number once it is stored. */
  store(blocks: readonly KeptBlock[]): Promise<number>
  read(file: number): Promise<readonly KeptBlock[]>
  remove(file: number): Promise<void>
  /** Oldest first. */
  list(): Promise<readonly number[]>
  describe(about: KeptAbout): Promise<void>
  /** Null where none was stored. */
  about(): Promise<KeptAbout | null>
  /** Deletes it all, and lets go of it. */
  delete(): Promise<void>
  /** Lets go of it: a later page may take it. */
  release(): void
}

/** Where the browser keeps sound that is not on disk yet, for as long as it takes. */
export interface SoundShelf {
  /** A new one that no other page takes; null where the browser has no storage. */
  create(): Promise<BlockStorage | null>
  /** Those of pages that are gone: each is this page's until it lets go. */
  takeLeft(): Promise<readonly BlockStorage[]>
}
