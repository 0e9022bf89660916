import { legalFileName } from '#core/formats/legal-file-name'
import {
  ANSWER_ENDING,
  type AnsweredParagraph,
  type AnsweredPlace,
  type AnsweredWord,
  type ReviewAnswer,
} from '#core/review/review-answer'
import type { ReviewParagraph } from '#core/review/review-data'
import type { Draft } from './draft.ts'
import type { ReviewedPage } from './page-data.ts'
import type { ReviewState } from './review-state.ts'

/** What a person wrote in the page, as it is sent back. */
export function makeAnswer(
  { data, originalOf }: ReviewedPage,
  state: ReviewState,
  draft: Draft,
  { reviewer, answered }: Pick<ReviewAnswer, 'reviewer' | 'answered'>,
): ReviewAnswer {
  const numbers = (record: Readonly<Record<number, string>>): number[] =>
    Object.keys(record)
      .map(Number)
      .filter((index) => data.paragraphs[index] !== undefined)
      .toSorted((a, b) => a - b)
  return {
    format: 'parolo-review',
    version: 1,
    review: data.review,
    transcript: data.transcript,
    title: data.title,
    reviewer,
    answered,
    paragraphs: numbers(draft.texts).flatMap((index): AnsweredParagraph[] => {
      const paragraph = data.paragraphs[index]
      if (paragraph === undefined) return []
      return [{ id: paragraph.id, words: wordsOf(paragraph, originalOf(index)), text: state.textOf(index) }]
    }),
    right: draft.right.flatMap((index): AnsweredPlace[] => {
      const place = data.places[index]
      const paragraph = data.paragraphs[place?.paragraph ?? -1]
      if (place === undefined || paragraph === undefined || state.placeNow(index) === null) return []
      const words = wordsOf(paragraph, originalOf(place.paragraph))
      const from = words.findIndex(([id]) => id === place.fromWordId)
      const to = words.findIndex(([id]) => id === place.toWordId)
      // One that ends in the next paragraph is shown to the end of its own.
      return [{ words: words.slice(from, to < 0 ? words.length : to + 1) }]
    }),
    comments: numbers(draft.comments).map((index) => {
      const ids = data.paragraphs[index]?.ids ?? []
      return {
        fromWordId: ids[0] ?? '',
        toWordId: ids.at(-1) ?? '',
        text: state.commentOf(index).trim(),
      }
    }),
    voices: data.voices.flatMap(({ id, name, label }, index) => {
      const typed = draft.voices[index]?.trim() ?? ''
      return typed === '' || typed === name ? [] : [{ id, was: label, name: typed }]
    }),
  }
}

export const isEmptyAnswer = ({ paragraphs, right, comments, voices }: ReviewAnswer): boolean =>
  paragraphs.length + right.length + comments.length + voices.length === 0

export const answerFileName = ({ title, reviewer }: ReviewAnswer): string =>
  legalFileName(`${title} - ${reviewer}`, ANSWER_ENDING, 'review')

function wordsOf({ ids, lengths }: ReviewParagraph, text: string): AnsweredWord[] {
  let at = 0
  return ids.map((id, index) => {
    const start = at + (lengths[2 * index] ?? 0)
    const before = text.slice(at, start)
    at = start + (lengths[2 * index + 1] ?? 0)
    return [id, before, text.slice(start, at)] as const
  })
}
