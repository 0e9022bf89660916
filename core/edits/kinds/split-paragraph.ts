import { paragraphText, type Paragraph, type Transcript, type Word } from '../../transcript/transcript.ts'
import { retimeText } from '../../words/align/retime-text.ts'
import { byPerson } from '../by-person.ts'
import type { SplitParagraphEdit } from '../edit.ts'
import { closingWords, openingWords, paragraphAt, withParagraphs, wordPlace } from '../places.ts'
import { EditRefused } from '../refused.ts'

/** The first part keeps the paragraph's id; the first part of a split word keeps its id. */
export function applySplitParagraph(transcript: Transcript, edit: SplitParagraphEdit): Transcript {
  const place = wordPlace(transcript, edit.wordId)
  const paragraph = paragraphAt(transcript, place.paragraph)
  const first = paragraph.words.slice(0, place.word)
  const second = paragraph.words.slice(place.word + 1)
  for (const word of paragraph.words.slice(place.word, place.word + 1)) {
    const [left, right] = partedWord(word, edit, paragraph) ?? cutWord(word, edit)
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

/**
 * A word split exactly where one of its former words begins or ends becomes those former words; null
 * otherwise.
 */
function partedWord(
  word: Word,
  edit: SplitParagraphEdit,
  { words: around, language }: Paragraph,
): Parts | null {
  const [leftText, rightText] = textsOf(word, edit)
  if (word.was === undefined || leftText === '' || rightText === '') return null
  const whole = `${word.before}${leftText} ${rightText}`
  const { startMs, endMs } = word
  const words = retimeText([word], whole, { editId: edit.id, language, startMs, endMs })
  // A dash on its own is not a word; counting it would move it to the other part.
  const count = words.findIndex(
    (_, index) => paragraphText({ words: words.slice(0, index) }) === word.before + leftText,
  )
  const isBack = word.was.some(({ id, text }) => words.some((each) => each.id === id && each.text === text))
  const isTaken = words.some(({ id }) => around.some((each) => each !== word && each.id === id))
  return count > 0 && isBack && !isTaken ? [words.slice(0, count), words.slice(count)] : null
}

/** The two parts share the word's time in proportion to their length; a part of whitespace alone is dropped. */
function cutWord(word: Word, edit: SplitParagraphEdit): Parts {
  const [leftText, rightText] = textsOf(word, edit)
  if (leftText === '') return [[], [word]]
  if (rightText.trim() === '') return [[word], []]
  const share = leftText.length / (leftText.length + rightText.length)
  const cutMs = word.startMs + Math.round((word.endMs - word.startMs) * share)
  const { id, before, startMs, endMs } = word
  const origin = byPerson(word)
  return [
    [{ id, before, text: leftText, startMs, endMs: cutMs, confidence: null, origin }],
    [
      {
        id: `${edit.id}.0`,
        before: '',
        text: rightText,
        startMs: cutMs,
        endMs,
        confidence: null,
        origin,
      },
    ],
  ]
}

function textsOf({ text }: Word, { offset }: SplitParagraphEdit): [left: string, right: string] {
  return [text.slice(0, Math.max(0, offset)).trimEnd(), text.slice(Math.max(0, offset)).trimStart()]
}
