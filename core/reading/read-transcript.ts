import { languageOf, transcriptWithoutFillers } from '../fillers/transcript-without-fillers.ts'
import { asSaidWords } from '../transcript/as-said-words.ts'
import { withNumbers } from '../transcript/number-choice.ts'
import type { Paragraph, Transcript } from '../transcript/transcript.ts'
import { edgesOf } from './mark-edges.ts'
import { readWords } from './read-words.ts'

/**
 * The transcript as read: without fillers if they are hidden, with numbers in digits if that is chosen; the
 * same object if nothing is chosen. A mark on a word that is merged into another moves to that one.
 */
export function readTranscript<
  Given extends Pick<Transcript, 'paragraphs' | 'marks' | 'language' | 'fillers' | 'numbers'>,
>(given: Given): Given {
  const transcript = transcriptWithoutFillers(given)
  if (transcript.numbers !== 'digits') return transcript
  const edges = edgesOf(transcript.marks)
  const standing = new Map<string, string>()
  const paragraphs = transcript.paragraphs.map((paragraph): Paragraph => {
    if (paragraph.kind !== 'speech') return paragraph
    const language = languageOf(paragraph, transcript.language)
    const read = readWords(
      paragraph.words,
      language,
      { numbers: 'digits' },
      edges,
      asSaidWords(paragraph.words, transcript.marks),
    )
    if (read === null) return paragraph
    for (const [id, by] of read.hidden) if (by !== null) standing.set(id, by)
    return { ...paragraph, words: read.words }
  })
  const shown = (id: string): string => standing.get(id) ?? id
  const marks = transcript.marks.map((mark) => {
    const [fromWordId, toWordId] = [shown(mark.fromWordId), shown(mark.toWordId)]
    const isSame = fromWordId === mark.fromWordId && toWordId === mark.toWordId
    return isSame ? mark : { ...mark, fromWordId, toWordId }
  })
  return withNumbers({ ...transcript, paragraphs, marks }, null)
}
