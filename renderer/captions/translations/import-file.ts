import { importTranslations } from '#core/captions/translations/import-translations'
import { readExtensions } from '#core/formats/reading/read-files'
import { pickFiles } from '../../rpc/pick-files.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { toast } from '../../ui/toast.tsx'
import type { Say } from '../../ui/words.tsx'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import { NoTranslation, readTranslationFile, type TranslationFile } from './read-translation-file.ts'
import { showTranslation } from './shown-translation.ts'

/** Files of formats that have times. */
const ACCEPT = readExtensions(['lines', 'words']).join(',')

/**
 * Asks for a caption file; null if none was chosen, or if it cannot be used, in which case the error was
 * shown.
 */
export async function pickTranslationFile(say: Say): Promise<TranslationFile | null> {
  const [file] = await pickFiles({ several: false, accept: ACCEPT })
  if (file === undefined) return null
  try {
    return await readTranslationFile(file)
  } catch (error) {
    if (!(error instanceof NoTranslation)) throw error
    toast.show({
      text: say(error.key, { file: file.name }),
      remedy: say('translation.file.remedy'),
      tone: 'error',
    })
    return null
  }
}

export interface ImportPlace {
  readonly session: TranscriptSession
  readonly editor: CaptionEditor
  readonly say: Say
}

/**
 * Adds the captions of a file to the original's as one step of undo, shows the language, and reports the
 * result.
 */
export function importFile(
  { session, editor, say }: ImportPlace,
  language: string,
  file: TranslationFile,
): void {
  const { edits, placed, unplaced } = importTranslations(editor.context(), language, file.cues)
  session.apply(edits, { origin: 'captions' })
  showTranslation(session, language)
  toast.show({
    text: say('translation.imported', { count: placed }),
    remedy: unplaced === 0 ? undefined : say('translation.imported.unplaced', { count: unplaced }),
    tone: 'done',
  })
}
