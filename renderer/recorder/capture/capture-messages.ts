/** Name of the capturing processor (capture-processor.ts). */
export const PROCESSOR_NAME = 'parolo-capture'
/** Inputs of the single worklet node, one per source. */
export const MAX_SOURCES = 8

/** Sound of one input of the worklet node, 80 ms. */
export interface CapturedSound {
  readonly input: number
  /** Position of the first sample on the context's counter. */
  readonly firstFrame: number
  /** When the last sample was rendered, by Date.now(). */
  readonly endWallMs: number
  /** Mono, 48 kHz. */
  readonly samples: Int16Array
  /** Maximum amplitude, 0–1, above 1 if it clips. */
  readonly peak: number
  /** Number of samples at full scale. */
  readonly clipped: number
}

/** The captured inputs; others are ignored. */
export interface CaptureOrder {
  readonly inputs: readonly number[]
}
