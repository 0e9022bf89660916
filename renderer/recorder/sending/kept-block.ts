/** A block as it is sent (core/recording/block-bytes.ts), kept until it is on disk. */
export interface KeptBlock {
  readonly source: number
  readonly sequence: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Where blocks wait that are too many for memory: files of ten seconds or so, read back in the order they came. */
export interface BlockStorage {
  /** Resolves with the file's number once it is stored. */
  store(blocks: readonly KeptBlock[]): Promise<number>
  read(file: number): Promise<readonly KeptBlock[]>
  remove(file: number): Promise<void>
  /** Files of an earlier page of the same recording, oldest first. */
  list(): Promise<readonly number[]>
}
