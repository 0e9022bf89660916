import { makeCues, type Cue } from '#core/captions/cues'
import { presets } from '#core/captions/presets/presets'
import { isTranslationLanguage } from '#core/transcript/marks/kinds/translation'
import { splitName } from '#core/formats/file-names'
import { readBytes, type ReadFile } from '#core/formats/reading/read-bytes'
import { UnreadableText } from '#core/formats/reading/unreadable-text'
import { languageOfText } from '#core/language/language-of-text'
import type { MessageKey } from '#core/messages/messages'

export interface TranslationFile {
  readonly fileName: string
  readonly cues: readonly Cue[]
  /** From its name, the file itself or its words; null if unknown. */
  readonly language: string | null
}

/** Why a file cannot be used. */
export class NoTranslation extends Error {
  readonly key: MessageKey

  constructor(key: MessageKey, file: string, options?: ErrorOptions) {
    super(`${key}: ${file}`, options)
    this.key = key
  }
}

/** Reads the captions of a file of any format with times. Throws NoTranslation. */
export async function readTranslationFile(file: File): Promise<TranslationFile> {
  const { document, hasTimes = true } = readCaptions(file.name, new Uint8Array(await file.arrayBuffer()))
  if (!hasTimes) throw new NoTranslation('translation.file.no-times', file.name)
  const { transcript, recording } = document
  const cues = makeCues(transcript, presets.none.rulesFor(transcript.language), {
    durationMs: recording.durationMs,
    language: transcript.language,
  })
  if (cues.length === 0) throw new NoTranslation('translation.file.empty', file.name)
  return { fileName: file.name, cues, language: languageOf(file.name, transcript.language, cues) }
}

function readCaptions(name: string, bytes: Uint8Array): ReadFile {
  try {
    return readBytes(name, bytes)
  } catch (error) {
    if (error instanceof UnreadableText)
      throw new NoTranslation('translation.file.unreadable', name, { cause: error })
    throw error
  }
}

/** `film.fr.srt` is in French. */
function languageOf(name: string, own: string, cues: readonly Cue[]): string | null {
  const { stem } = splitName(name)
  const inName = /[._]([a-z]{2}(?:-[a-z]{2,4})?)$/iu.exec(stem)?.[1]
  if (inName !== undefined && isTranslationLanguage(inName)) return inName
  if (own !== '' && own !== 'und') return own
  return languageOfText(cues.flatMap(({ lines }) => lines.flatMap(({ text }) => text.split(/\s+/u))))
}
