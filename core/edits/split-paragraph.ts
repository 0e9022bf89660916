import type { Transcript, Word } from '../transcript/transcript.ts'
import type { SplitParagraphEdit } from './edit.ts'
import { closingWords, openingWords, paragraphAt, withParagraphs, wordPlace } from './places.ts'
import { EditRefused } from './refused.ts'

/** The first part keeps the paragraph's id, and a word that is cut keeps its id in the first part. */
export function applySplitParagraph(transcript: Transcript, edit: SplitParagraphEdit): Transcript {
  const place = wordPlace(transcript, edit.wordId)
  const paragraph = paragraphAt(transcript, place.paragraph)
  const first = paragraph.words.slice(0, place.word)
  const second = paragraph.words.slice(place.word + 1)
  for (const word of paragraph.words.slice(place.word, place.word + 1)) {
    const [left, right] = cutWord(word, edit)
    if (left !== null) first.push(left)
    if (right !== null) second.unshift(right)
  }
  if (first.length === 0 || second.length === 0) throw new EditRefused('nothing-to-split', edit.wordId)
  return withParagraphs(transcript, place.paragraph, 1, [
    { ...paragraph, words: closingWords(first) },
    { ...paragraph, id: `${edit.id}.0`, words: openingWords(second) },
  ])
}

/** The two parts share the word's time in proportion to their length; a part of space alone is none. */
function cutWord(word: Word, edit: SplitParagraphEdit): [left: Word | null, right: Word | null] {
  const leftText = word.text.slice(0, Math.max(0, edit.offset)).trimEnd()
  const rightText = word.text.slice(Math.max(0, edit.offset)).trimStart()
  if (leftText === '') return [null, word]
  if (rightText.trim() === '') return [word, null]
  const share = leftText.length / (leftText.length + rightText.length)
  const cutMs = word.startMs + Math.round((word.endMs - word.startMs) * share)
  const origin = word.origin === 'written' ? 'written' : 'edited'
  const both = { ...word, confidence: null, origin } as const
  return [
    { ...both, text: leftText, endMs: cutMs },
    { ...both, id: `${edit.id}.0`, before: '', text: rightText, startMs: cutMs },
  ]
}
