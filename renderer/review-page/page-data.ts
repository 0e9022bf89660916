import type { ReviewData, ReviewPlace } from '#core/review/review-data'

/** The page that a script runs in: its data, its paragraphs as elements, and their texts as they came. */
export interface ReviewedPage {
  readonly data: ReviewData
  readonly paragraphOf: (index: number) => HTMLElement
  /** As the page came, before anybody changed it. */
  readonly originalOf: (index: number) => string
  /** Places of a paragraph, with their indexes. */
  readonly placesOf: (paragraph: number) => readonly (readonly [index: number, place: ReviewPlace])[]
}

export function readPage(document: Document): ReviewedPage {
  const data = JSON.parse(byId(document, 'review').textContent ?? '') as ReviewData
  const elements = [...document.querySelectorAll<HTMLElement>('main .par')]
  const originals = new Map<number, string>()
  const places = new Map<number, [number, ReviewPlace][]>()
  for (const [index, place] of data.places.entries()) {
    const own = places.get(place.paragraph) ?? []
    places.set(place.paragraph, [...own, [index, place]])
  }
  const paragraphOf = (index: number): HTMLElement => {
    const element = elements[index]
    if (element === undefined) throw new Error(`no paragraph ${index}`)
    return element
  }
  return {
    data,
    paragraphOf,
    placesOf: (paragraph) => places.get(paragraph) ?? [],
    originalOf: (index) => {
      const known = originals.get(index) ?? textElement(paragraphOf(index)).textContent ?? ''
      originals.set(index, known)
      return known
    },
  }
}

/** The element with a paragraph's text. */
export function textElement(paragraph: HTMLElement): HTMLElement {
  const element = paragraph.querySelector<HTMLElement>(':scope > p')
  if (element === null) throw new Error('a paragraph without text')
  return element
}

export function byId<Kind extends HTMLElement = HTMLElement>(document: Document, id: string): Kind {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`no element ${id}`)
  return element as Kind
}

/** Null where the page lacks it: a page without sound has no player. */
export const optional = <Kind extends HTMLElement = HTMLElement>(
  document: Document,
  id: string,
): Kind | null => document.getElementById(id) as Kind | null
