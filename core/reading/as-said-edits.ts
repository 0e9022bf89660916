import type { Edit } from '../edits/edit.ts'
import { removeMarkEdit } from '../edits/kinds/remove-mark.ts'
import { setMarkEdit } from '../edits/kinds/set-mark.ts'
import { languageOf } from '../fillers/transcript-without-fillers.ts'
import { asSaidWords } from '../transcript/as-said-words.ts'
import { type Mark, type Paragraph, type Transcript, transcriptWords } from '../transcript/transcript.ts'
import { edgesOf } from './mark-edges.ts'
import { readWords } from './read-words.ts'

/** Words from one to another, both included. */
export interface SaidRange {
  readonly fromWordId: string
  readonly toWordId: string
}

/** A filler, or the words of a number, affected by a choice of the transcript. */
interface Place extends SaidRange {
  readonly ids: readonly string[]
  /** It is an exception to the choice. */
  readonly isAsSaid: boolean
}

/**
 * Whether everything in a range that the transcript's choices affect is excepted from them; null if they
 * affect nothing there.
 */
export function isAsSaid(transcript: Transcript, range: SaidRange): boolean | null {
  const places = placesIn(transcript, range)
  return places.length === 0 ? null : places.every((place) => place.isAsSaid)
}

/**
 * Edits of one step that except the fillers and numbers of a range from the transcript's choices, or revoke
 * that.
 */
export function toggleAsSaid(transcript: Transcript, range: SaidRange, newId: () => string): Edit[] {
  const places = placesIn(transcript, range)
  const others = places.filter((place) => !place.isAsSaid)
  if (others.length === 0) return removal(transcript, new Set(places.flatMap(({ ids }) => ids)), newId)
  return others.map(({ fromWordId, toWordId }) =>
    setMarkEdit(transcript, {
      id: newId(),
      mark: { id: newId(), kind: 'as-said', fromWordId, toWordId, value: null },
    }),
  )
}

function placesIn(transcript: Transcript, { fromWordId, toWordId }: SaidRange): Place[] {
  const { paragraphs, fillers, numbers } = transcript
  if (fillers === undefined && numbers === undefined) return []
  const holds = (id: string): number =>
    paragraphs.findIndex(({ words }) => words.some((word) => word.id === id))
  const [first, last] = [holds(fromWordId), holds(toWordId)]
  if (first < 0 || last < 0) return []
  return paragraphs.slice(first, last + 1).flatMap((paragraph, index) => {
    const { words } = paragraph
    const from = index === 0 ? words.findIndex(({ id }) => id === fromWordId) : 0
    const to = first + index === last ? words.findIndex(({ id }) => id === toWordId) : words.length - 1
    const chosen = new Set(words.slice(from, to + 1).map(({ id }) => id))
    return placesOf(transcript, paragraph).filter(({ ids }) => ids.some((id) => chosen.has(id)))
  })
}

/** What would be hidden or written differently, excepted or not. */
function placesOf({ fillers, numbers, language, marks }: Transcript, paragraph: Paragraph): Place[] {
  if (paragraph.kind !== 'speech') return []
  const { words } = paragraph
  const read = readWords(words, languageOf(paragraph, language), { fillers, numbers }, edgesOf(marks))
  const kept = asSaidWords(words, marks)
  const place = (ids: readonly string[]): Place[] => {
    const [from, to] = [ids[0], ids.at(-1)]
    if (from === undefined || to === undefined) return []
    return [{ ids, fromWordId: from, toWordId: to, isAsSaid: ids.every((id) => kept?.has(id) === true) }]
  }
  const left = [...(read?.hidden ?? [])].flatMap(([id, by]) => (by === null ? [id] : []))
  return [...left.flatMap((id) => place([id])), ...[...(read?.joined.values() ?? [])].flatMap(place)]
}

/** Removes every mark that excepts one of these words. */
function removal(transcript: Transcript, ids: ReadonlySet<string>, newId: () => string): Edit[] {
  const all = transcriptWords(transcript).map(({ id }) => id)
  const places = new Map(all.map((id, at) => [id, at]))
  const isAbout = ({ kind, fromWordId, toWordId }: Mark): boolean => {
    const [from, to] = [places.get(fromWordId), places.get(toWordId)]
    if (kind !== 'as-said' || from === undefined || to === undefined) return false
    return all.slice(from, to + 1).some((id) => ids.has(id))
  }
  return transcript.marks
    .filter(isAbout)
    .map(({ id }) => removeMarkEdit(transcript, { id: newId(), markId: id }))
}
