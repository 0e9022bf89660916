import type { Mark, Paragraph, Transcript } from '../transcript/transcript.ts'
import { asSaidWords } from '../transcript/as-said-words.ts'
import { withFillers } from '../transcript/filler-choice.ts'
import { wordsWithoutFillers } from './words-without-fillers.ts'

/**
 * The transcript as shown with fillers hidden; the same object when they are shown. A mark on hidden words
 * shrinks to the nearest visible words of its range, and disappears if there are none.
 */
export function transcriptWithoutFillers<
  Given extends Pick<Transcript, 'paragraphs' | 'marks' | 'language' | 'fillers'>,
>(transcript: Given): Given {
  if (transcript.fillers !== 'hidden') return transcript
  const paragraphs = transcript.paragraphs.map((paragraph) => withoutFillers(paragraph, transcript))
  const isSame = paragraphs.every((paragraph, index) => paragraph === transcript.paragraphs[index])
  const marks = isSame ? transcript.marks : keptMarks(transcript.paragraphs, paragraphs, transcript.marks)
  return withFillers({ ...transcript, paragraphs, marks }, null)
}

/** The language of a paragraph's words: its own if known, else the transcript's. */
export const languageOf = ({ language }: Pick<Paragraph, 'language'>, whole: string): string =>
  language === '' || language === 'und' ? whole : language

function withoutFillers(
  paragraph: Paragraph,
  { language, marks }: Pick<Transcript, 'language' | 'marks'>,
): Paragraph {
  if (paragraph.kind !== 'speech') return paragraph
  const { hidden, words } = wordsWithoutFillers(
    paragraph.words,
    languageOf(paragraph, language),
    asSaidWords(paragraph.words, marks),
  )
  return hidden.size === 0 ? paragraph : { ...paragraph, words }
}

function keptMarks(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  marks: readonly Mark[],
): readonly Mark[] {
  if (marks.length === 0) return marks
  const left = new Set(after.flatMap(({ words }) => words.map(({ id }) => id)))
  const ids = before.flatMap(({ words }) => words.map(({ id }) => id))
  const places = new Map(ids.map((id, place) => [id, place]))
  return marks.flatMap((mark) => {
    if (left.has(mark.fromWordId) && left.has(mark.toWordId)) return [mark]
    const [from, to] = [places.get(mark.fromWordId), places.get(mark.toWordId)]
    if (from === undefined || to === undefined) return []
    const stay = ids.slice(from, to + 1).filter((id) => left.has(id))
    const [fromWordId, toWordId] = [stay[0], stay.at(-1)]
    return fromWordId === undefined || toWordId === undefined ? [] : [{ ...mark, fromWordId, toWordId }]
  })
}
