import type { Mark, Transcript, Word } from '../../transcript/transcript.ts'

/** The words that can be in captions, in the order of the transcript; a place is an index into them. */
export interface WordOrder {
  readonly words: readonly Word[]
  /** Index of the paragraph of each word in the transcript. */
  readonly paragraphs: Int32Array
  /** The place of every word, where many are looked up; else omitted, as making it costs more than a search. */
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

export function wordOrder({ paragraphs }: Pick<Transcript, 'paragraphs'>): WordOrder {
  const words: Word[] = []
  const owners: number[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.kind === 'note') continue
    for (const word of paragraph.words) {
      words.push(word)
      owners.push(index)
    }
  }
  return { words, paragraphs: Int32Array.from(owners) }
}

/** The same order, in which many words can be looked up quickly. */
export function withPlaces(order: WordOrder): WordOrder {
  return { ...order, places: new Map(order.words.map(({ id }, place) => [id, place])) }
}

/** Where words are; those that are not there are left out. */
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
  for (const [place, { id }] of words.entries()) if (ids.has(id)) places.set(id, place)
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
  const wide = own.filter(isWide).flatMap(({ fromWordId, toWordId }) => [fromWordId, toWordId])
  const places = wide.length === 0 ? near : placesOf(order, new Set(wide))
  return own.flatMap((mark) => {
    const found = isWide(mark) ? places : near
    const from = found.get(mark.fromWordId)
    const to = found.get(mark.toWordId)
    if (from === undefined || to === undefined || from > range.to || to < range.from) return []
    return [{ mark, from, to }]
  })
}

export const idAt = ({ words }: WordOrder, place: number): string => words[place]?.id ?? ''
