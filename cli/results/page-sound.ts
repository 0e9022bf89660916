import type { DocumentWithExtras } from '#core/formats/format'
import type { MakeExportOptions } from '#studio/export/make-export'
import { recordingSound } from '#studio/export/recording-sound'
import type { SmallSoundOptions } from '#studio/sound/small-sound'
import type { Studio } from '#studio/studio'
import type { Terminal } from '../terminal/terminal.ts'

/** The sound of a transcript's recording for pages, made when it is asked for, with what is going on shown. */
export function soundForPages(
  studio: Pick<Studio, 'library' | 'cacheFolder'>,
  terminal: Terminal,
  document: DocumentWithExtras,
  of: { readonly file: string; readonly signal: AbortSignal },
): NonNullable<MakeExportOptions['sound']> {
  return () => recordingSound(studio, document, soundOptions(terminal, of))
}

/** Shows that a file's sound is being made small. */
export function soundOptions(
  terminal: Terminal,
  { file, signal }: { readonly file: string; readonly signal: AbortSignal },
): SmallSoundOptions {
  return { signal, onProgress: (fraction) => terminal.soundProgress(file, fraction) }
}
