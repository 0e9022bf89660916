import { PCM_RATE } from '../sound/pcm.ts'

/**
 * The frames of pyannote segmentation-3.0: one frame every 270 samples (16.9 ms), each with a receptive field of 991
 * samples, so that the time of a frame is the middle of that field. Frames count from the start of a window or,
 * stitched, of the recording.
 */
export const FRAME_SECONDS = 270 / PCM_RATE
const FIRST_FRAME_SECONDS = (0.5 * 991) / PCM_RATE

/** Frames in a window of 10 s. */
export const WINDOW_FRAMES = 589

export const secondsToFrames = (seconds: number): number => seconds / FRAME_SECONDS

/** Time of a frame's edge, in seconds from the same origin as the frame number. */
export const frameTime = (frame: number): number => frame * FRAME_SECONDS + FIRST_FRAME_SECONDS

/** The frame whose edge is nearest to a time; may be negative. */
export const frameAt = (seconds: number): number =>
  Math.round((seconds - FIRST_FRAME_SECONDS) / FRAME_SECONDS)
