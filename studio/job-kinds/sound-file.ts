import { SoundFileSettings } from '#contracts/settings'
import { keepLoudness, keptFilmPath } from '../export/film-files.ts'
import { withNewestRedactions } from '../export/newest-redactions.ts'
import { soundOfCut } from '../export/recording-cut.ts'
import { writeQdaWithSound } from '../export/qda-with-sound.ts'
import { documentOfSound } from '../export/recording-document.ts'
import { makeSoundFile } from '../export/sound-file.ts'
import type { Library } from '../library/library.ts'
import type { WrittenSound } from '../sound/sound-file/write-sound-file.ts'
import type { JobKind } from '../queue/job-kind.ts'
import { settingsHash } from '../queue/settings-hash.ts'

export const SOUND_FILE = 'sound-file'
const STEP = 'sound-file'

export const soundFileKey = (settings: SoundFileSettings): string =>
  settingsHash({ kind: SOUND_FILE, ...settings })

/** Job kind that writes a recording's sound as a transcript keeps it when it begins, with the newest redactions. */
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
      const {
        transcriptId,
        sound,
        path,
        cut: isCut,
        inProject,
        ...choices
      } = SoundFileSettings.parse(settings)
      report(STEP, 0)
      const output = path ?? keptFilmPath(cacheFolder, recordingId, id)
      const write = async (beforeMoved: () => Promise<void>): Promise<WrittenSound> => {
        const document = await documentOfSound(library, transcriptId, recordingId)
        const isOfCut = isCut === true && transcriptId !== null
        const options = {
          signal,
          beforeMoved,
          ...(isOfCut ? { cut: await soundOfCut({ library, cacheFolder }, transcriptId) } : {}),
          isLowPriority: isLowPriority(),
          onProgress: (fraction: number) => report(STEP, fraction),
        }
        return inProject === true
          ? writeQdaWithSound(library, document, output, choices, options)
          : makeSoundFile(library, document, sound, output, choices, options)
      }
      const of = transcriptId === null ? { currentOf: recordingId } : { transcriptId }
      const kept = path === null ? output : null
      const { loudness } = await withNewestRedactions(library, of, write, kept)
      if (loudness !== null) await keepLoudness(cacheFolder, recordingId, id, loudness)
      return { result: output, failure: null }
    },
    rest: () => Promise.resolve(),
  }
}
