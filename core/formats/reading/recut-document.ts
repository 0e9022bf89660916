import { withoutLayout } from '../../captions/marks/cue-marks.ts'
import { joinedCues } from '../../captions/words/joined-cues.ts'
import { languageOfText } from '../../language/language-of-text.ts'
import { transcriptWords } from '../../transcript/transcript.ts'
import type { DocumentWithExtras } from '../format.ts'

/**
 * The document with a language: the given one, else its own, else the one detected from its words, else
 * English.
 */
export function withLanguage(document: DocumentWithExtras, given: string | undefined): DocumentWithExtras {
  const { transcript } = document
  const isUnknown = (language: string): boolean => language === '' || language === 'und'
  const language =
    given ??
    (isUnknown(transcript.language)
      ? (languageOfText(transcriptWords(transcript).map(({ text }) => text)) ?? 'en')
      : transcript.language)
  const paragraphs = transcript.paragraphs.map((paragraph) =>
    isUnknown(paragraph.language) || given !== undefined ? { ...paragraph, language } : paragraph,
  )
  return { ...document, transcript: { ...transcript, language, paragraphs } }
}

/** The document without the cues of its source file: rules cut its captions anew. */
export function recutDocument(document: DocumentWithExtras): DocumentWithExtras {
  const { captionsFrom: _, ...moved } = document
  const { transcript } = moved
  const hasCues = transcript.marks.some(({ kind }) => kind === 'cue-start')
  return { ...moved, transcript: hasCues ? joinedCues(transcript) : withoutLayout(transcript) }
}
