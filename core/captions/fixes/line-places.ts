import type { Cue } from '../cues.ts'
import type { EditableText } from '../edits/editable-text.ts'
import { withoutSpaces } from './cue-changes.ts'

/** Where a cue and its lines begin, as places of words. */
export interface PartPlaces {
  readonly from: number
  /** The first words of its other lines. */
  readonly lineStarts: readonly number[]
}

/**
 * The words at which the lines of these parts of a cue begin; null if one would begin inside a word.
 * @param editable text of the cue
 */
export function linePlaces(cue: Cue, editable: EditableText, parts: readonly Cue[]): PartPlaces[] | null {
  const placeAt = wordStarts(cue, editable)
  const places: PartPlaces[] = []
  let position = 0
  for (const { lines } of parts) {
    const starts: number[] = []
    for (const { text } of lines) {
      const place = placeAt(position)
      if (place === undefined) return null
      // A name alone on its line begins with the same word as the line after it.
      if (starts.at(-1) !== place) starts.push(place)
      position += withoutSpaces(text).length
    }
    const [from, ...lineStarts] = starts
    if (from === undefined) return null
    places.push({ from, lineStarts })
  }
  return places
}

/** The word that begins at a position of the cue's text without spaces; a name or dash belongs to the word after it. */
function wordStarts(cue: Cue, { text, words }: EditableText): (position: number) => number | undefined {
  const starts = new Map<number, number>()
  const openings: { from: number; to: number; place: number }[] = []
  const typed = text.split('\n')
  let line = 0
  let offset = 0
  let position = 0
  let openFrom = 0
  for (const { text: shown } of cue.lines) {
    const own = typed[line]
    const length = withoutSpaces(shown).length
    if (own === undefined || !shown.endsWith(own)) {
      position += length
      continue
    }
    const opened = position + length - withoutSpaces(own).length
    const inLine = words.filter(({ from }) => from >= offset && from < offset + own.length)
    for (const { from, place } of inLine) {
      starts.set(opened + withoutSpaces(own.slice(0, from - offset)).length, place)
    }
    const first = inLine[0]
    if (first !== undefined) openings.push({ from: openFrom, to: opened, place: first.place })
    position += length
    openFrom = position
    offset += own.length + 1
    line++
  }
  return (at) => starts.get(at) ?? openings.find(({ from, to }) => at >= from && at < to)?.place
}
