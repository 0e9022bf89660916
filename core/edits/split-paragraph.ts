import type { Transcript, Word } from '../transcript/transcript.ts'
import { retimeText } from '../words/align/retime-text.ts'
import { splitText } from '../words/align/split-text.ts'
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
    const [left, right] = partedWord(word, edit, paragraph.language) ?? cutWord(word, edit)
    first.push(...left)
    second.unshift(...right)
  }
  if (first.length === 0 || second.length === 0) throw new EditRefused('nothing-to-split', edit.wordId)
  return withParagraphs(transcript, place.paragraph, 1, [
    { ...paragraph, words: closingWords(first) },
    { ...paragraph, id: `${edit.id}.0`, words: openingWords(second) },
  ])
}

type Parts = readonly [left: readonly Word[], right: readonly Word[]]

/** A word that is parted where one that it remembers begins or ends is what it was; null where it is not. */
function partedWord(word: Word, edit: SplitParagraphEdit, language: string): Parts | null {
  const [left, right] = textsOf(word, edit)
  if (word.was === undefined || left === '' || right === '') return null
  const { startMs, endMs } = word
  const words = retimeText([word], `${word.before}${left} ${right}`, {
    editId: edit.id,
    language,
    startMs,
    endMs,
  })
  const isBack = word.was.some(({ id, text }) => words.some((each) => each.id === id && each.text === text))
  const count = splitText(left, language).length
  return isBack ? [words.slice(0, count), words.slice(count)] : null
}

/** The two parts share the word's time in proportion to their length; a part of space alone is none. */
function cutWord(word: Word, edit: SplitParagraphEdit): Parts {
  const [leftText, rightText] = textsOf(word, edit)
  if (leftText === '') return [[], [word]]
  if (rightText.trim() === '') return [[word], []]
  const share = leftText.length / (leftText.length + rightText.length)
  const cutMs = word.startMs + Math.round((word.endMs - word.startMs) * share)
  const { id, before, startMs, endMs } = word
  const both = { confidence: null, origin: word.origin === 'written' ? 'written' : 'edited' } as const
  return [
    [{ ...both, id, before, text: leftText, startMs, endMs: cutMs }],
    [{ ...both, id: `${edit.id}.0`, before: '', text: rightText, startMs: cutMs, endMs }],
  ]
}

function textsOf({ text }: Word, { offset }: SplitParagraphEdit): [left: string, right: string] {
  return [text.slice(0, Math.max(0, offset)).trimEnd(), text.slice(Math.max(0, offset)).trimStart()]
}
