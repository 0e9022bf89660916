import { changedMiddle } from './changed-middle.ts'
import { type ReviewedPage, textElement } from './page-data.ts'
import type { ReviewState } from './review-state.ts'

/** Shows a paragraph as it is now: its words, places, what was changed, and the comment below it. */
export function showParagraph(page: ReviewedPage, state: ReviewState, index: number): void {
  const paragraph = page.paragraphOf(index)
  const { ownerDocument: document } = paragraph
  const original = page.originalOf(index)
  const text = state.textOf(index)
  const middle = changedMiddle(original, text)
  const spans: Span[] = page.placesOf(index).flatMap(([place]) => {
    const at = state.placeNow(place)
    return at === null ? [] : [{ ...at, place }]
  })
  if (middle !== null && middle.nowTo > middle.from)
    spans.push({ from: middle.from, to: middle.nowTo, place: null })
  const parts: (Node | string)[] = []
  let at = 0
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    parts.push(text.slice(at, span.from), spanElement(document, state, span, text))
    at = span.to
  }
  textElement(paragraph).replaceChildren(...parts, text.slice(at))
  showRemark(paragraph, state.commentOf(index))
}

interface Span {
  readonly from: number
  readonly to: number
  /** Null: changed. */
  readonly place: number | null
}

function spanElement(
  document: Document,
  state: ReviewState,
  { from, to, place }: Span,
  text: string,
): HTMLElement {
  const span = document.createElement('span')
  span.textContent = text.slice(from, to)
  if (place === null) {
    span.className = 'edited'
    return span
  }
  const isRight = state.isRight(place)
  span.className = isRight ? 'place right' : 'place'
  span.setAttribute('role', 'button')
  span.tabIndex = 0
  span.dataset.place = String(place)
  span.setAttribute('aria-pressed', String(isRight))
  return span
}

function showRemark(paragraph: HTMLElement, comment: string): void {
  const there = paragraph.querySelector('.remark')
  if (comment.trim() === '') {
    there?.remove()
    return
  }
  const remark = there ?? paragraph.ownerDocument.createElement('p')
  remark.className = 'remark'
  remark.textContent = comment
  if (there === null) paragraph.append(remark)
}
