import { ShotSettings } from '#contracts/settings'
import type { JobRecord, Library } from '../library/library.ts'
import { probe } from '../sound/probe.ts'
import { findShots } from '../sound/shots.ts'
import type { JobKind } from '../queue/job-kind.ts'
import { settingsHash } from '../queue/settings-hash.ts'
import { goneSound } from '../originals/gone-sound.ts'

export const SHOTS = 'shots'

/** The only settings in use. ffmpeg's documentation gives 0.3 to 0.5 as the range for a cut. */
const shotSettings: ShotSettings = { threshold: 0.3 }

export const shotsKey = (settings: ShotSettings): string => settingsHash({ kind: SHOTS, ...settings })

/** Job kind that finds the start times of a video's shots and stores them in the library. */
export function shotsKind({
  library,
  isLowPriority,
}: {
  readonly library: Library
  readonly isLowPriority: () => boolean
}): JobKind<readonly number[], typeof SHOTS> {
  return {
    name: SHOTS,
    waitsFor: ['battery'],
    // ffmpeg uses all cores for one video.
    atOnce: () => Promise.resolve(1),
    keyOf: async (settings) => shotsKey(ShotSettings.parse(settings)),
    wholeFraction: (_settings, _step, fraction) => fraction,
    async run({ job: { id, recordingId, settings }, lease, signal, report }) {
      if (recordingId === null) throw new Error(`job ${id} has no recording`)
      const { threshold } = ShotSettings.parse(settings)
      const recording = await library.recording(recordingId)
      report(SHOTS, 0)
      const source = await probe(recording.path, { signal }).catch(async (error: unknown) => {
        throw await goneSound(library, recording, error)
      })
      const timesMs = await findShots(source, {
        signal,
        threshold,
        isLowPriority: isLowPriority(),
        onProgress: (seconds) => {
          const { durationSeconds } = source
          if (durationSeconds !== null) report(SHOTS, Math.max(0, Math.min(1, seconds / durationSeconds)))
        },
      }).catch(async (error: unknown) => {
        throw await goneSound(library, recording, error)
      })
      await library.saveShots(recordingId, timesMs, lease)
      return { result: timesMs, failure: null }
    },
    rest: () => Promise.resolve(),
  }
}

/**
 * Requests the shots of a recording and returns the job, whatever its state; null if they are known or there
 * is no video.
 */
export async function requestShots(library: Library, recordingId: string): Promise<JobRecord | null> {
  const { media } = await library.card(recordingId)
  if (media?.hasVideo !== true || (await library.shots(recordingId)) !== null) return null
  const settingsKey = shotsKey(shotSettings)
  return library.requestJob({ recordingId, kind: SHOTS, settings: { ...shotSettings }, settingsKey })
}
