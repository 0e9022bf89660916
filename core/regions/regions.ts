import { PCM_RATE } from '../sound/pcm.ts'
import { frameTime } from '../windows/frames.ts'
import { NOBODY, type StitchedFrames, stitch } from '../windows/stitch.ts'
import { type SegmentedWindow } from '../windows/windows.ts'

/** Shorter regions are noise. */
const MIN_SECONDS = 0.05
/** A region this short after a pause this short belongs to the previous speaker: a "hm" does not end a chunk. */
const INTERJECTION = { seconds: 0.5, pauseSeconds: 0.3 }

/** A stretch in which somebody speaks. Samples of the recording, `endSample` not included. */
export interface Region {
  readonly startSample: number
  readonly endSample: number
  /** Id assigned by stitching; one voice may have several in a recording. */
  readonly localSpeaker: number
}

/**
 * Where somebody speaks, in order of time; a new region at each change of speaker.
 * @param windows output of the segmentation for the lifted sound
 * @param sampleCount end of the analyzed sound
 */
export function regionsFromWindows(windows: readonly SegmentedWindow[], sampleCount: number): Region[] {
  const regions: Region[] = []
  for (const { startSample, endSample, localSpeaker } of speechOf(
    stitch(windows, sampleCount),
    sampleCount,
  )) {
    const before = regions.at(-1)
    const isInterjection =
      before !== undefined &&
      endSample - startSample < INTERJECTION.seconds * PCM_RATE &&
      startSample - before.endSample < INTERJECTION.pauseSeconds * PCM_RATE
    regions.push({
      startSample,
      endSample,
      localSpeaker: isInterjection ? before.localSpeaker : localSpeaker,
    })
  }
  return regions.filter((region) => region.endSample - region.startSample > MIN_SECONDS * PCM_RATE)
}

function speechOf({ frameCount, first }: StitchedFrames, sampleCount: number): Region[] {
  const speech: Region[] = []
  let frame = 0
  while (frame < frameCount) {
    const localSpeaker = first[frame] as number
    let end = frame + 1
    while (end < frameCount && first[end] === localSpeaker) end++
    if (localSpeaker !== NOBODY) {
      speech.push({
        startSample: Math.max(0, Math.round(frameTime(frame) * PCM_RATE)),
        endSample: Math.min(sampleCount, Math.round(frameTime(end) * PCM_RATE)),
        localSpeaker,
      })
    }
    frame = end
  }
  return speech
}
