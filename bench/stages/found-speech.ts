import { type Region, regionsFromWindows } from '#core/regions/regions'
import { rangeOfRun, type SampleRange, sampleRange } from '#core/sound/range'
import type { Transcript } from '#core/transcript/transcript'
import { Checkpoints } from '#studio/recognition/checkpoints'
import { storedWindows, type WindowKind } from '#studio/recognition/results/windows'
import { soundFiles } from '#studio/sound/decode'
import type { Studio } from '#studio/studio'
import type { DecodedSound } from './kept-decodes.ts'

/** What the program found before it recognized a recording. */
export interface FoundSpeech {
  readonly sound: DecodedSound
  readonly range: SampleRange
  /** By the segmentation model, on the unchanged and on the amplified sound. */
  readonly unchanged: readonly Region[]
  readonly amplified: readonly Region[]
}

/** Nothing is saved here. */
const NO_LEASE = 0
const TRACK = 0

/** From a transcript's checkpoints and the program's decoded sound. */
export async function readFoundSpeech(studio: Studio, transcript: Transcript): Promise<FoundSpeech> {
  const { recordingId, run, language } = transcript
  const track = await studio.library.track(recordingId, TRACK)
  const model = run.models.find(({ role }) => role === 'segmentation')?.sha256
  if (track === undefined || model === undefined) throw new Error(`${recordingId} has no first track`)
  const checkpoints = new Checkpoints(studio.library, NO_LEASE, track.pcmSha256)
  const range = sampleRange(rangeOfRun(run.settings), track.sampleCount)
  const regions = async (kind: WindowKind): Promise<Region[]> => {
    const windows = await storedWindows(checkpoints, kind, range, model)
    if (windows === null) throw new Error(`${recordingId} has no stored windows`)
    return regionsFromWindows(windows, range.endSample)
  }
  return {
    sound: {
      pcm: soundFiles(studio.cacheFolder, recordingId, TRACK).pcm,
      sha256: track.pcmSha256,
      language,
      checkpoints,
    },
    range,
    unchanged: await regions('speaker-window'),
    amplified: await regions('region-window'),
  }
}
