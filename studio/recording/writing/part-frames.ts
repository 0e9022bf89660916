import { RECORDING_RATE } from '#core/recording/block'

/** A new file begins each hour: WAV holds 12 hours at most, and a damaged file costs no more than one. */
export const PART_FRAMES = 3600 * RECORDING_RATE
