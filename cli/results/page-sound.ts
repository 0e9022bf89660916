import type { DocumentWithExtras } from '#core/formats/format'
import type { MakeExportOptions } from '#studio/export/make-export'
import { recordingSound } from '#studio/export/recording-sound'
import type { SmallSoundOptions } from '#studio/sound/small-sound'
import type { Studio } from '#studio/studio'
import type { Terminal } from '../terminal/terminal.ts'

/** The sound of a transcript's recording for pages, encoded when requested, with progress shown. */
export function soundForPages(
  studio: Pick<Studio, 'library' | 'cacheFolder'>,
  terminal: Terminal,
  document: DocumentWithExtras,
  of: { readonly file: string; readonly signal: AbortSignal },
): NonNullable<MakeExportOptions['sound']> {
  return () => recordingSound(studio, document, soundOptions(terminal, of))
}

/** Shows the progress of encoding a file's sound for a page. */
export function soundOptions(
  terminal: Terminal,
  { file, signal }: { readonly file: string; readonly signal: AbortSignal },
): SmallSoundOptions {
  return { signal, onProgress: (fraction) => terminal.soundProgress(file, fraction) }
}
