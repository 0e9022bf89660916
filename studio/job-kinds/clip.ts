import { ClipSettings } from '#contracts/settings'
import { writeClip } from '../export/clip.ts'
import { keptFilmPath } from '../export/film-files.ts'
import { withNewestRedactions } from '../export/newest-redactions.ts'
import type { Library } from '../library/library.ts'
import type { JobKind } from '../queue/job-kind.ts'
import { settingsHash } from '../queue/settings-hash.ts'

export const CLIP = 'clip'
const STEP = 'clip'

export const clipKey = (settings: ClipSettings): string => settingsHash({ kind: CLIP, ...settings })

/** Job kind that writes a part of a recording as a clip, with its transcript as it is when the job begins, and the newest redactions. */
export function clipKind({
  library,
  cacheFolder,
  isLowPriority,
}: {
  readonly library: Library
  readonly cacheFolder: string
  readonly isLowPriority: () => boolean
}): JobKind<string, typeof STEP> {
  return {
    name: CLIP,
    waitsFor: [],
    // ffmpeg uses all cores for one film.
    atOnce: () => Promise.resolve(1),
    keyOf: async (settings) => clipKey(ClipSettings.parse(settings)),
    wholeFraction: (_settings, _step, fraction) => fraction,
    async run({ job: { id, recordingId, settings }, signal, report }) {
      if (recordingId === null) throw new Error(`job ${id} has no recording`)
      const { path, ...clip } = ClipSettings.parse(settings)
      report(STEP, 0)
      const output = path ?? keptFilmPath(cacheFolder, recordingId, id)
      const { transcriptId } = clip
      await withNewestRedactions(
        library,
        { transcriptId },
        (beforeMoved) =>
          writeClip({ library, cacheFolder }, clip, {
            output,
            signal,
            beforeMoved,
            isLowPriority: isLowPriority(),
            onProgress: (fraction) => report(STEP, fraction),
          }),
        path === null ? output : null,
      )
      return { result: output, failure: null }
    },
    rest: () => Promise.resolve(),
  }
}
