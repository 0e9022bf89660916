import type { DocumentWithExtras } from '#core/formats/format'
import type { MakeExportOptions } from '#studio/export/make-export'
import { byteSize } from '#core/notation/sizes'
import { bytesInPage } from '#studio/export/page-sound'
import { recordingSound } from '#studio/export/recording-sound'
import { announcedAround, recordingAround, type SoundAround } from '#studio/export/sound-around'
import type { SmallSoundOptions } from '#studio/sound/small-sound'
import type { Studio } from '#studio/studio'
import type { Terminal } from '../terminal/terminal.ts'

/** The sound of a transcript's recording for pages, encoded when requested, with progress shown. */
export function soundForPages(
  studio: Pick<Studio, 'library' | 'cacheFolder'>,
  terminal: Terminal,
  document: DocumentWithExtras,
  of: SoundOfFile,
): NonNullable<MakeExportOptions['sound']> {
  return () => recordingSound(studio, document, soundOptions(terminal, of))
}

interface SoundOfFile {
  readonly file: string
  readonly signal: AbortSignal
}

/** The sound around items of minutes, likewise. `cut`: of a document of the cut. */
export function soundForMinutes(
  studio: Pick<Studio, 'library' | 'cacheFolder'>,
  terminal: Terminal,
  document: DocumentWithExtras,
  of: SoundOfFile & Pick<SoundAround, 'cut'>,
): NonNullable<MakeExportOptions['soundAround']> {
  const { cut } = of
  const options = soundOptions(terminal, of)
  return async (spans) => {
    const around = { spans, ...(cut === undefined ? {} : { cut }) }
    const announced = await announcedAround(studio, document, around)
    if (announced !== null && !('lost' in announced)) {
      const bytes = bytesInPage(announced.bytes)
      const size = byteSize(bytes, terminal.locale)
      terminal.note('sound-around', { bytes }, terminal.words('result.sound-around', { size }))
    }
    return recordingAround(studio, document, around, options)
  }
}

/** Shows the progress of encoding a file's sound for a page. */
export function soundOptions(
  terminal: Terminal,
  { file, signal }: { readonly file: string; readonly signal: AbortSignal },
): SmallSoundOptions {
  return { signal, onProgress: (fraction) => terminal.soundProgress(file, fraction) }
}
