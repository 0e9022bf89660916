/** Name of the processor that captures (capture-processor.ts). */
export const PROCESSOR_NAME = 'parolo-capture'
/** Inputs of the one worklet node: a source each. */
export const MOST_SOURCES = 8

/** Sound of one input of the worklet node, 80 ms. */
export interface CapturedSound {
  readonly input: number
  /** Position of the first sample by the context's own counter. */
  readonly firstFrame: number
  /** When the last sample was rendered, by Date.now(). */
  readonly endWallMs: number
  /** Mono, 48 kHz. */
  readonly samples: Int16Array
  /** Greatest amplitude, 0–1 and above where it clips. */
  readonly peak: number
  /** Number of samples at full scale. */
  readonly clipped: number
}

/** The inputs that are captured; the others are left out. */
export interface CaptureOrder {
  readonly inputs: readonly number[]
}
