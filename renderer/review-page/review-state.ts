import { changedMiddle } from './changed-middle.ts'
import type { DraftStore } from './draft.ts'
import type { ReviewedPage } from './page-data.ts'

/** What is asked of page and draft together. */
export interface ReviewState {
  readonly textOf: (paragraph: number) => string
  readonly setText: (paragraph: number, text: string) => void
  readonly commentOf: (paragraph: number) => string
  readonly setComment: (paragraph: number, comment: string) => void
  /** Where a place is in the present text; null: its words were changed. */
  readonly placeNow: (place: number) => { readonly from: number; readonly to: number } | null
  readonly isRight: (place: number) => boolean
  readonly setRight: (place: number, isRight: boolean) => void
  /** Right, or changed. */
  readonly isDone: (place: number) => boolean
  readonly doneCount: () => number
}

export function createState({ data, originalOf }: ReviewedPage, store: DraftStore): ReviewState {
  const without = (record: Readonly<Record<number, string>>, index: number): Record<number, string> => {
    const { [index]: _gone, ...others } = record
    return others
  }
  const textOf = (paragraph: number): string => store.draft.texts[paragraph] ?? originalOf(paragraph)
  const placeNow: ReviewState['placeNow'] = (index) => {
    const place = data.places[index]
    if (place === undefined) return null
    const { from, to, paragraph } = place
    const text = store.draft.texts[paragraph]
    const middle = text === undefined ? null : changedMiddle(originalOf(paragraph), text)
    if (middle === null || to <= middle.from) return { from, to }
    const moved = middle.nowTo - middle.to
    return from >= middle.to ? { from: from + moved, to: to + moved } : null
  }
  const isRight = (place: number): boolean => store.draft.right.includes(place)
  const isDone = (place: number): boolean => isRight(place) || placeNow(place) === null
  return {
    textOf,
    setText(paragraph, text) {
      const { texts } = store.draft
      const isSame = text === originalOf(paragraph)
      store.change({ texts: isSame ? without(texts, paragraph) : { ...texts, [paragraph]: text } })
    },
    commentOf: (paragraph) => store.draft.comments[paragraph] ?? '',
    setComment(paragraph, comment) {
      const { comments } = store.draft
      store.change({
        comments:
          comment.trim() === '' ? without(comments, paragraph) : { ...comments, [paragraph]: comment },
      })
    },
    placeNow,
    isRight,
    setRight(place, right) {
      const others = store.draft.right.filter((each) => each !== place)
      store.change({ right: right ? [...others, place] : others })
    },
    isDone,
    doneCount: () => data.places.reduce((count, _, place) => count + (isDone(place) ? 1 : 0), 0),
  }
}
