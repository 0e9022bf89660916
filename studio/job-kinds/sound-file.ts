import { SoundFileSettings } from '#contracts/settings'
import { keepLoudness, keptFilmPath } from '../export/film-files.ts'
import { soundOfCut } from '../export/recording-cut.ts'
import { makeSoundFile } from '../export/sound-file.ts'
import { transcriptDocument } from '../export/transcript-document.ts'
import type { Library } from '../library/library.ts'
import type { JobKind } from '../queue/job-kind.ts'
import { settingsHash } from '../queue/settings-hash.ts'

export const SOUND_FILE = 'sound-file'
const STEP = 'sound-file'

export const soundFileKey = (settings: SoundFileSettings): string =>
  settingsHash({ kind: SOUND_FILE, ...settings })

/** Job kind that writes a recording's sound as a transcript keeps it when it begins. */
export function soundFileKind({
  library,
  cacheFolder,
  isLowPriority,
}: {
  readonly library: Library
  readonly cacheFolder: string
  readonly isLowPriority: () => boolean
}): JobKind<string, typeof STEP> {
  return {
    name: SOUND_FILE,
    waitsFor: [],
    atOnce: () => Promise.resolve(1),
    keyOf: async (settings) => soundFileKey(SoundFileSettings.parse(settings)),
    wholeFraction: (_settings, _step, fraction) => fraction,
    async run({ job: { id, recordingId, settings }, signal, report }) {
      if (recordingId === null) throw new Error(`job ${id} has no recording`)
      const { transcriptId, sound, path, cut: isCut, ...choices } = SoundFileSettings.parse(settings)
      const document = await transcriptDocument(library, transcriptId)
      const cut = isCut === true ? await soundOfCut({ library, cacheFolder }, transcriptId) : undefined
      report(STEP, 0)
      const kept = keptFilmPath(cacheFolder, recordingId, id)
      const output = path ?? kept
      const { loudness } = await makeSoundFile(library, document, sound, output, choices, {
        signal,
        ...(cut === undefined ? {} : { cut }),
        isLowPriority: isLowPriority(),
        onProgress: (fraction) => report(STEP, fraction),
      })
      if (loudness !== null) await keepLoudness(cacheFolder, recordingId, id, loudness)
      return { result: output, failure: null }
    },
    rest: () => Promise.resolve(),
  }
}
