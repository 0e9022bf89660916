import { EditorState, type Extension, Text } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Transcript } from '#core/transcript/transcript'
import type { Lines } from './lines.ts'
import { chapterHeadings } from './chapter-headings.ts'
import { linesField } from './lines-field.ts'
import { listeningField, marginField, marginWords } from './margin-names.ts'
import { lineText } from './paragraph-layout.ts'
import type { SurfaceWords } from './surface-words.ts'
import { momentsField } from './moment-diamonds.ts'
import { marksField, textMarks } from './text-marks.ts'
import { sentenceCapitals } from './sentence-capitals.ts'
import { speakerTrackLayer } from './speaker-track-layer.ts'

/** Makes `don’t` one word for word-wise keys and double clicks. */
const wordsWithApostrophes = EditorState.languageData.of(() => [{ wordChars: "'’" }])

/**
 * A transcript as an editor state, one line per paragraph, with all its decorations; `others`: extensions that react to
 * changes.
 */
export function surfaceState(
  transcript: Transcript,
  words: SurfaceWords,
  others: readonly Extension[],
): EditorState {
  const start = linesOf(transcript)
  const texts = transcript.paragraphs.map(lineText)
  return EditorState.create({
    doc: Text.of(texts.length === 0 ? [''] : texts),
    extensions: [
      linesField.init(() => start),
      marginWords.of(words),
      listeningField,
      chapterHeadings,
      marginField,
      marksField,
      momentsField,
      textMarks,
      speakerTrackLayer,
      EditorView.lineWrapping,
      wordsWithApostrophes,
      sentenceCapitals,
      EditorView.editorAttributes.of({ class: 'parolo-surface' }),
      EditorView.contentAttributes.of({
        spellcheck: 'true',
        autocorrect: 'off',
        autocapitalize: 'sentences',
        lang: transcript.language,
        'aria-label': words.transcript,
        'aria-multiline': 'true',
      }),
      ...others,
    ],
  })
}

function linesOf(transcript: Transcript): Lines {
  return { transcript, blanks: transcript.paragraphs.length === 0 ? [{ line: 0, paragraphId: null }] : [] }
}
