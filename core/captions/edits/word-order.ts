import type { Mark, Paragraph, Transcript, Word } from '../../transcript/transcript.ts'
import { findParagraphs } from '../../transcript/word-paragraphs.ts'

/** A part of the words, both ends included. */
export interface PlaceRange {
  readonly from: number
  readonly to: number
}

/** A mark and the words that it covers. */
export interface PlacedMark<Of extends Mark = Mark> extends PlaceRange {
  readonly mark: Of
}

/**
 * The words that can be in captions, in the order of the transcript; a place is an index into them. Made after each key,
 * so it reads no words until it is asked for them.
 */
export class WordOrder {
  readonly #paragraphs: readonly Paragraph[]
  /** The place of the first word of each paragraph, and the end. */
  readonly #starts: Int32Array
  #words: readonly Word[] | null = null
  #places: ReadonlyMap<string, number> | null = null
  #indexes: ReadonlyMap<Paragraph, number> | null = null

  constructor(paragraphs: readonly Paragraph[]) {
    this.#paragraphs = paragraphs
    this.#starts = new Int32Array(paragraphs.length + 1)
    let start = 0
    for (const [index, paragraph] of paragraphs.entries()) {
      this.#starts[index] = start
      start += spokenWords(paragraph).length
    }
    this.#starts[paragraphs.length] = start
  }

  get length(): number {
    return this.#starts[this.#paragraphs.length] ?? 0
  }

  /** All words; `at` is faster for a few. */
  get words(): readonly Word[] {
    this.#words ??= this.#paragraphs.flatMap(spokenWords)
    return this.#words
  }

  /** Makes `placesOf` faster for the words of many cues. */
  indexAll(): void {
    this.#places ??= this.places
  }

  /** The place of every word; `placesOf` is faster for a few. */
  get places(): ReadonlyMap<string, number> {
    this.#places ??= new Map(this.words.map(({ id }, place) => [id, place]))
    return this.#places
  }

  at(place: number): Word | undefined {
    const index = this.paragraphAt(place)
    const paragraph = index === undefined ? undefined : this.#paragraphs[index]
    return paragraph?.words[place - (this.#starts[index ?? 0] ?? 0)]
  }

  slice(from: number, to: number): Word[] {
    const words: Word[] = []
    for (let place = from; place < to; place += 1) {
      const word = this.at(place)
      if (word !== undefined) words.push(word)
    }
    return words
  }

  /** Index of the paragraph in the transcript. */
  paragraphAt(place: number): number | undefined {
    if (!(place >= 0 && place < this.length)) return undefined
    let low = 0
    let high = this.#paragraphs.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.#starts[middle] ?? 0) <= place) low = middle
      else high = middle
    }
    return low
  }

  /** Places of words; missing ones are omitted. */
  placesOf(ids: Iterable<string>): Map<string, number> {
    const places = new Map<string, number>()
    if (this.#places !== null) {
      for (const id of ids) {
        const place = this.#places.get(id)
        if (place !== undefined) places.set(id, place)
      }
      return places
    }
    const paragraphOf = findParagraphs(this.#paragraphs)
    const groups = Map.groupBy(ids, paragraphOf)
    const indexes = groups.size > FEW_PARAGRAPHS ? this.#indexByParagraph() : null
    const indexOf = (paragraph: Paragraph): number =>
      indexes?.get(paragraph) ?? this.#paragraphs.indexOf(paragraph)
    for (const [paragraph, own] of groups) {
      if (paragraph === undefined || paragraph.kind === 'note') continue
      const start = this.#starts[indexOf(paragraph)] ?? 0
      for (const [id, place] of placesIn(paragraph.words, new Set(own))) places.set(id, start + place)
    }
    return places
  }

  #indexByParagraph(): ReadonlyMap<Paragraph, number> {
    this.#indexes ??= new Map(this.#paragraphs.map((paragraph, index) => [paragraph, index]))
    return this.#indexes
  }
}

const spokenWords = ({ kind, words }: Paragraph): readonly Word[] => (kind === 'note' ? [] : words)

/** Up to this many paragraphs are searched for one by one. */
const FEW_PARAGRAPHS = 20

/** How far from the first found word the others are searched for before all words of a paragraph are. */
const NEAR_WORDS = 1_000

function placesIn(words: readonly Word[], ids: ReadonlySet<string>): Map<string, number> {
  const places = new Map<string, number>()
  const look = (from: number, to: number): void => {
    for (let place = from; place < to && places.size < ids.size; place += 1) {
      const id = words[place]?.id ?? ''
      if (ids.has(id)) places.set(id, place)
    }
  }
  // Comparing with one word is much faster than looking up each word.
  const [first] = ids
  const anchor = words.findIndex(({ id }) => id === first)
  look(Math.max(0, anchor - NEAR_WORDS), Math.min(words.length, anchor + NEAR_WORDS))
  if (places.size < ids.size) look(0, words.length)
  return places
}

/** Cached per paragraph list: several steps of an edit need it. */
const orders = new WeakMap<readonly Paragraph[], WordOrder>()

export function wordOrder({ paragraphs }: Pick<Transcript, 'paragraphs'>): WordOrder {
  const order = orders.get(paragraphs) ?? new WordOrder(paragraphs)
  orders.set(paragraphs, order)
  return order
}

/** By kind, as marks never change in place and several steps of an edit need some of them. */
const markKinds = new WeakMap<readonly Mark[], Map<string, readonly Mark[]>>()

function marksOfKind(marks: readonly Mark[], kind: string): readonly Mark[] {
  const kinds = markKinds.get(marks) ?? Map.groupBy(marks, (mark) => mark.kind)
  markKinds.set(marks, kinds)
  return kinds.get(kind) ?? []
}

/** The marks of some kinds that cover a word of the range, in their order in the transcript. */
export function marksIn<Kind extends Mark['kind']>(
  order: WordOrder,
  marks: readonly Mark[],
  kinds: readonly Kind[],
  range: PlaceRange,
): PlacedMark<Extract<Mark, { kind: Kind }>>[] {
  const names: ReadonlySet<string> = new Set(kinds)
  const isKind = (mark: Mark): mark is Extract<Mark, { kind: Kind }> => names.has(mark.kind)
  const [only, ...others] = kinds
  const own = (others.length === 0 ? marksOfKind(marks, only ?? '') : marks).filter(isKind)
  if (own.length === 0) return []
  const near = new Map<string, number>()
  for (let place = range.from; place <= range.to; place += 1) near.set(idAt(order, place), place)
  const wide = own.filter(isWide)
  const places = wide.length === 0 ? near : placesOfEnds(order, wide)
  return own.flatMap((mark) => {
    const found = isWide(mark) ? places : near
    const from = found.get(mark.fromWordId)
    const to = found.get(mark.toWordId)
    if (from === undefined || to === undefined || from > range.to || to < range.from) return []
    return [{ mark, from, to }]
  })
}

const isWide = ({ fromWordId, toWordId }: Mark): boolean => fromWordId !== toWordId

/** Where the ends of marks are. */
export function placesOfEnds(order: WordOrder, marks: readonly Mark[]): ReadonlyMap<string, number> {
  return order.placesOf(marks.flatMap(({ fromWordId, toWordId }) => [fromWordId, toWordId]))
}

export const idAt = (order: WordOrder, place: number): string => order.at(place)?.id ?? ''
