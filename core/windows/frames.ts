import { PCM_RATE } from '../sound/pcm.ts'

/**
 * The clock of pyannote segmentation-3.0: one frame every 270 samples (16.9 ms), each hearing 991 samples,
 * so that the time of a frame is the middle of what it hears. Frames count from the start of a window or,
 * stitched, of the recording.
 */
export const FRAME_SECONDS = 270 / PCM_RATE
const FIRST_FRAME_SECONDS = (0.5 * 991) / PCM_RATE

/** Frames of one window of 10 s. */
export const WINDOW_FRAMES = 589

export const secondsToFrames = (seconds: number): number => seconds / FRAME_SECONDS

/** Place of a frame's edge, in seconds from where frames are counted. */
export const frameTime = (frame: number): number => frame * FRAME_SECONDS + FIRST_FRAME_SECONDS

/** The frame whose edge is nearest to a time; may be negative. */
export const frameAt = (seconds: number): number =>
  Math.round((seconds - FIRST_FRAME_SECONDS) / FRAME_SECONDS)
