import type { Mark, Transcript, Word } from '../../transcript/transcript.ts'

/** The words that can be in captions, in the order of the transcript; a place is an index into them. */
export interface WordOrder {
  readonly words: readonly Word[]
  /** Index of the paragraph of each word in the transcript. */
  readonly paragraphs: Int32Array
  /**
   * The place of every word, if many are looked up; else omitted, as building it costs more than a search.
   */
  readonly places?: ReadonlyMap<string, number>
}

/** A part of the words, both ends included. */
export interface PlaceRange {
  readonly from: number
  readonly to: number
}

/** A mark and the words that it covers. */
export interface PlacedMark<Of extends Mark = Mark> extends PlaceRange {
  readonly mark: Of
}

/** Cached per paragraph list: several steps of an edit need it. */
const orders = new WeakMap<Transcript['paragraphs'], WordOrder>()

export function wordOrder({ paragraphs }: Pick<Transcript, 'paragraphs'>): WordOrder {
  const known = orders.get(paragraphs)
  if (known !== undefined) return known
  const spoken = paragraphs.map(({ kind, words }) => (kind === 'note' ? [] : words))
  const words = spoken.flat()
  const owners = new Int32Array(words.length)
  let place = 0
  for (const [index, own] of spoken.entries()) {
    owners.fill(index, place, place + own.length)
    place += own.length
  }
  const order = { words, paragraphs: owners }
  orders.set(paragraphs, order)
  return order
}

export interface PlacedWordOrder extends WordOrder {
  readonly places: ReadonlyMap<string, number>
}

const placedOrders = new WeakMap<WordOrder, PlacedWordOrder>()

/** The same order, with fast lookup of many words. */
export function withPlaces(order: WordOrder): PlacedWordOrder {
  const known = placedOrders.get(order)
  if (known !== undefined) return known
  const placed = { ...order, places: new Map(order.words.map(({ id }, place) => [id, place])) }
  placedOrders.set(order, placed)
  return placed
}

/** How far from the first found word the others are searched for before all words are. */
const NEAR_WORDS = 1_000

/** Places of words; missing ones are omitted. */
export function placesOf(order: WordOrder, ids: ReadonlySet<string>): Map<string, number> {
  const { words, places: known } = order
  const places = new Map<string, number>()
  if (known !== undefined) {
    for (const id of ids) {
      const place = known.get(id)
      if (place !== undefined) places.set(id, place)
    }
    return places
  }
  const look = (from: number, to: number): void => {
    for (let place = from; place < to && places.size < ids.size; place += 1) {
      const id = words[place]?.id ?? ''
      if (ids.has(id)) places.set(id, place)
    }
  }
  // Comparing with one word is much faster than looking up each word.
  const [first] = ids
  const anchor = first === undefined ? -1 : words.findIndex(({ id }) => id === first)
  if (anchor >= 0) look(Math.max(0, anchor - NEAR_WORDS), Math.min(words.length, anchor + NEAR_WORDS))
  if (places.size < ids.size) look(0, words.length)
  return places
}

/** For the last marks only: they are needed several times during one edit. */
const wideEnds = new WeakMap<WordOrder, { marks: readonly Mark[]; places: ReadonlyMap<string, number> }>()

/** Where the ends of all marks on more than one word are. */
export function placesOfWide(order: WordOrder, marks: readonly Mark[]): ReadonlyMap<string, number> {
  const known = wideEnds.get(order)
  if (known?.marks === marks) return known.places
  const wide = marks.filter(({ fromWordId, toWordId }) => fromWordId !== toWordId)
  const places = placesOf(order, new Set(wide.flatMap(({ fromWordId, toWordId }) => [fromWordId, toWordId])))
  wideEnds.set(order, { marks, places })
  return places
}

/** The marks of some kinds that cover a word of the range, in their order in the transcript. */
export function marksIn<Kind extends Mark['kind']>(
  order: WordOrder,
  marks: readonly Mark[],
  kinds: readonly Kind[],
  range: PlaceRange,
): PlacedMark<Extract<Mark, { kind: Kind }>>[] {
  const names: readonly string[] = kinds
  const isKind = (mark: Mark): mark is Extract<Mark, { kind: Kind }> => names.includes(mark.kind)
  const near = new Map<string, number>()
  for (let place = range.from; place <= range.to; place += 1) near.set(order.words[place]?.id ?? '', place)
  const own = marks.filter(isKind)
  const isWide = ({ fromWordId, toWordId }: Mark): boolean => fromWordId !== toWordId
  const places = own.some(isWide) ? placesOfWide(order, marks) : near
  return own.flatMap((mark) => {
    const found = isWide(mark) ? places : near
    const from = found.get(mark.fromWordId)
    const to = found.get(mark.toWordId)
    if (from === undefined || to === undefined || from > range.to || to < range.from) return []
    return [{ mark, from, to }]
  })
}

export const idAt = ({ words }: WordOrder, place: number): string => words[place]?.id ?? ''
