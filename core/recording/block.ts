/** Sample rate, in Hz, of a recording while it is written (mono, 16 bit, one file per source). */
export const RECORDING_RATE = 48_000
export const FRAMES_PER_MS = RECORDING_RATE / 1000

/** The longest block that is accepted, in frames: 1 s; senders use 50–100 ms. */
export const MAX_BLOCK_FRAMES = RECORDING_RATE

/** Mono sound of one source, as its sender captured it. */
export interface SoundBlock {
  /** Number of the source in the recording, from 0. */
  readonly source: number
  /**
   * Increases by one with every block of the source, across all its runs; a block that is sent again keeps
   * its number.
   */
  readonly sequence: number
  /**
   * Increases when the frame counter restarts (another device, a reloaded page): then only `atMs` determines
   * where the block belongs.
   */
  readonly run: number
  /** Position of the first sample on the run's own counter. */
  readonly firstFrame: number
  /** When the first sample was captured: ms since the epoch on a clock that never goes back. */
  readonly atMs: number
  readonly samples: Int16Array
}

/** What to append to a source's file. */
export type Piece =
  | { readonly kind: 'sound'; readonly samples: Int16Array }
  | { readonly kind: 'silence'; readonly frames: number }

export function framesOf(piece: Piece): number {
  return piece.kind === 'sound' ? piece.samples.length : piece.frames
}
