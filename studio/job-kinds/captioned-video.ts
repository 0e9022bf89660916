import { Fault } from '#contracts/errors'
import { CaptionedVideoSettings } from '#contracts/settings'
import { makeCaptionedVideo } from '../export/captioned-video.ts'
import { keptFilmPath } from '../export/film-files.ts'
import { filmOfCut, filmOfTrim } from '../export/film-of-cut.ts'
import { withNewestRedactions } from '../export/newest-redactions.ts'
import { cutTranscriptDocument } from '../export/recording-cut.ts'
import { transcriptDocument } from '../export/transcript-document.ts'
import type { Library } from '../library/library.ts'
import type { JobKind } from '../queue/job-kind.ts'
import { settingsHash } from '../queue/settings-hash.ts'
import { goneSound } from '../originals/gone-sound.ts'

export const CAPTIONED_VIDEO = 'captioned-video'
const STEP = 'video'

export const captionedVideoKey = (settings: CaptionedVideoSettings): string =>
  settingsHash({ kind: CAPTIONED_VIDEO, ...settings })

/** Job kind that writes a recording's film with a transcript's captions, as they are when it begins, with the newest redactions. */
export function captionedVideoKind({
  library,
  cacheFolder,
  isLowPriority,
}: {
  readonly library: Library
  readonly cacheFolder: string
  readonly isLowPriority: () => boolean
}): JobKind<string, typeof STEP> {
  return {
    name: CAPTIONED_VIDEO,
    waitsFor: ['battery'],
    // ffmpeg uses all cores for one film.
    atOnce: () => Promise.resolve(1),
    keyOf: async (settings) => captionedVideoKey(CaptionedVideoSettings.parse(settings)),
    wholeFraction: (_settings, _step, fraction) => fraction,
    async run({ job: { id, recordingId, settings }, signal, report }) {
      if (recordingId === null) throw new Error(`job ${id} has no recording`)
      const asked = CaptionedVideoSettings.parse(settings)
      const { transcriptId, film, captionNames, path, offsetMs, allLanguages, captionBox, speakerColors } =
        asked
      const recording = await library.recording(recordingId)
      report(STEP, 0)
      const output = path ?? keptFilmPath(cacheFolder, recordingId, id)
      const places = { library, cacheFolder }
      const write = async (beforeMoved: () => Promise<void>): Promise<void> => {
        const whole = await transcriptDocument(library, transcriptId)
        const ofCut = asked.cut ? await cutTranscriptDocument(places, transcriptId) : null
        if (ofCut?.cut.kept.spans.length === 0)
          throw new Fault('cut.nothing', { title: whole.recording.title || recording.title })
        const cut =
          ofCut === null
            ? await filmOfTrim(places, whole, film, signal)
            : await filmOfCut(places, whole, { kept: ofCut.cut.kept, document: ofCut.document }, signal)
        const options = {
          captionNames,
          translation: asked.translation ?? undefined,
          allLanguages,
          output: { captionBox, speakerColors, offsetMs },
        }
        const files = { media: recording.path, output }
        await makeCaptionedVideo(ofCut?.document ?? whole, film, files, options, {
          signal,
          beforeMoved,
          isLowPriority: isLowPriority(),
          ...(cut === null ? {} : { cut }),
          onProgress: (fraction) => report(STEP, fraction),
        })
      }
      const kept = path === null ? output : null
      await withNewestRedactions(library, { transcriptId }, write, kept).catch(async (error: unknown) => {
        throw await goneSound(library, recording, error)
      })
      return { result: output, failure: null }
    },
    rest: () => Promise.resolve(),
  }
}
