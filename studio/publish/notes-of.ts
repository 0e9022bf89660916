import type { DocumentWithExtras } from '#core/formats/format'
import { programLanguage } from '#core/messages/messages'
import { localeFor } from '#core/notation/locale'
import { draftShowNotes } from '#core/podcasts/show-notes'
import { showNotesMarkdown } from '#core/podcasts/show-notes-text'
import { dateOfRecording } from '../export/recording-date.ts'
import { sourceOfDocument } from '../export/source-of-document.ts'
import type { Library, StoredRecording } from '../library/library.ts'

/** Notes of an episode in Markdown. */
export interface KeptNotes {
  readonly text: string
  /** A person edited them; else they are a draft. */
  readonly isEdited: boolean
}

/** The notes that a person edited, else a draft of the document that leaves the library. */
export async function notesOf(
  library: Library,
  recording: StoredRecording,
  document: DocumentWithExtras,
  locale: string | undefined,
): Promise<KeptNotes> {
  const edited = await library.showNotes(recording.id)
  if (edited !== null) return { text: edited, isEdited: true }
  const date = await dateOfRecording(library, recording)
  const atMs = date.kind === 'added' ? null : date.atMs
  const draft = draftShowNotes(document, await sourceOfDocument(library, document), atMs)
  const language = programLanguage(document.transcript.language)
  return {
    text: showNotesMarkdown(draft, { language, locale: localeFor(language, locale) }),
    isEdited: false,
  }
}
