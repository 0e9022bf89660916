import { translationLanguages } from '#core/captions/translations/translation-marks'
import { readStoredMark, type StoredMark } from '#core/transcript/marks/stored-mark'
import type { Store } from '../../database/store.ts'

export interface TranslationCalls {
  /**
   * The languages of each transcript's translations, in the order of `transcriptIds`; none for an unknown
   * one.
   */
  translationLanguages(transcriptIds: readonly string[]): string[][]
}

export function createTranslationCalls(store: Store): TranslationCalls {
  return {
    translationLanguages: (transcriptIds) =>
      transcriptIds.map((id) => {
        const marks = store.rows<StoredMark>(
          `SELECT id, kind, from_word_id AS fromWordId, to_word_id AS toWordId, value FROM marks
           WHERE transcript_id = ? AND kind = 'translation' ORDER BY position`,
          id,
        )
        return translationLanguages({ marks: marks.map(readStoredMark) })
      }),
  }
}
