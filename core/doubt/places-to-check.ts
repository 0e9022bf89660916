import { behaviorOf } from '../transcript/marks/mark-behavior.ts'
import type { Doubt } from './reasons.ts'
import type { Paragraph, Transcript, Word } from '../transcript/transcript.ts'
import { changedRuns, isChanged } from '../edits/changed-places.ts'

/** A place of the list to check, with the words around it. */
export interface PlaceToCheck {
  readonly key: string
  readonly doubt: Doubt
  readonly paragraphId: string
  readonly startMs: number
  readonly endMs: number
  readonly before: string
  readonly text: string
  readonly after: string
  /** The neighbors in its paragraphs; null at the start or end of one. */
  readonly wordBeforeId: string | null
  readonly wordAfterId: string | null
}

/** Words shown on either side. */
const around = 5

export function keyOfDoubt(doubt: Doubt): string {
  return `${doubt.fromWordId} ${doubt.toWordId}`
}

/** Whether only who says the words is doubted. */
export function isAboutSpeaker({ reasons }: Pick<Doubt, 'reasons'>): boolean {
  return reasons.length > 0 && reasons.every(({ reason }) => reason === 'speaker-unsure')
}

/** Doubts whose words are unchanged since they were found, in their order; the others are being recomputed. */
export function placesToCheck(transcript: Transcript, doubts: readonly Doubt[]): PlaceToCheck[] {
  const lookup = lookupOf(doubts)
  placeWords(lookup, transcript.paragraphs)
  const keysOf = (settled: 'any-doubt' | 'speaker-doubt'): ReadonlySet<string> =>
    new Set(
      transcript.marks
        .filter((mark) => behaviorOf(mark)?.settles === settled)
        .map((mark) => `${mark.fromWordId} ${mark.toWordId}`),
    )
  const accepted = keysOf('any-doubt')
  const speakerChecked = keysOf('speaker-doubt')
  return doubts.flatMap((doubt): PlaceToCheck[] => {
    const place = lookUpPlace(lookup, doubt)
    const isDone =
      place !== null && (accepted.has(place.key) || (isAboutSpeaker(doubt) && speakerChecked.has(place.key)))
    return place === null || isDone ? [] : [place]
  })
}

interface WordPlace {
  readonly paragraph: Paragraph
  readonly index: number
}

/** Cached lookups for a list of doubts: a keystroke changes one paragraph of thousands, and the others are skipped. */
interface Lookup {
  readonly wanted: ReadonlySet<string>
  paragraphs: ReadonlySet<Paragraph>
  readonly words: Map<string, WordPlace>
  readonly places: WeakMap<
    Doubt,
    { readonly from: Paragraph; readonly to: Paragraph; readonly place: PlaceToCheck | null }
  >
}

const lookups = new WeakMap<readonly Doubt[], Lookup>()

function lookupOf(doubts: readonly Doubt[]): Lookup {
  const known = lookups.get(doubts)
  if (known !== undefined) return known
  const wanted = new Set(doubts.flatMap((doubt) => [doubt.fromWordId, doubt.toWordId]))
  const made: Lookup = { wanted, paragraphs: new Set(), words: new Map(), places: new WeakMap() }
  lookups.set(doubts, made)
  return made
}

/**
 * Updates the places of the doubted words: only paragraphs that were added or removed are searched.
 */
function placeWords(lookup: Lookup, paragraphs: readonly Paragraph[]): void {
  const { wanted, words } = lookup
  const now = new Set(paragraphs)
  for (const paragraph of lookup.paragraphs) {
    if (now.has(paragraph)) continue
    for (const { id } of paragraph.words) if (words.get(id)?.paragraph === paragraph) words.delete(id)
  }
  for (const paragraph of paragraphs) {
    if (lookup.paragraphs.has(paragraph)) continue
    for (let index = 0; index < paragraph.words.length; index += 1) {
      const word = paragraph.words[index]
      if (word === undefined || !wanted.has(word.id)) continue
      words.set(word.id, { paragraph, index })
    }
  }
  lookup.paragraphs = now
}

function lookUpPlace({ words, places }: Lookup, doubt: Doubt): PlaceToCheck | null {
  const from = words.get(doubt.fromWordId)
  const to = words.get(doubt.toWordId)
  if (from === undefined || to === undefined) return null
  const known = places.get(doubt)
  if (known?.from === from.paragraph && known.to === to.paragraph) return known.place
  const place = placeBetween(doubt, from, to)
  places.set(doubt, { from: from.paragraph, to: to.paragraph, place })
  return place
}

/** Null if a person has changed one of the words that are doubted. */
function placeBetween(doubt: Doubt, from: WordPlace, to: WordPlace): PlaceToCheck | null {
  const words = wordsBetween(from, to)
  if (!isAboutSpeaker(doubt) && words.flat().some(isChanged)) return null
  const first = from.paragraph.words[from.index]
  const last = to.paragraph.words[to.index]
  const before = from.paragraph.words.slice(Math.max(0, from.index - around), from.index)
  const after = to.paragraph.words.slice(to.index + 1, to.index + 1 + around)
  return {
    key: keyOfDoubt(doubt),
    doubt,
    paragraphId: from.paragraph.id,
    startMs: first?.startMs ?? 0,
    endMs: last?.endMs ?? 0,
    before: textOf(before) + (before.length > 0 ? (first?.before ?? '') : ''),
    text: words.map(textOf).join(' ').trim(),
    after: after.map((word) => word.before + word.text).join(''),
    wordBeforeId: before.at(-1)?.id ?? null,
    wordAfterId: after[0]?.id ?? null,
  }
}

function wordsBetween(from: WordPlace, to: WordPlace): readonly (readonly Word[])[] {
  if (from.paragraph === to.paragraph) return [from.paragraph.words.slice(from.index, to.index + 1)]
  return [from.paragraph.words.slice(from.index), to.paragraph.words.slice(0, to.index + 1)]
}

function textOf(words: readonly Word[]): string {
  return words
    .map((word) => word.before + word.text)
    .join('')
    .trimStart()
}

/**
 * The current words of a place, corrected or not; the original ones if its neighbors no longer exist either.
 */
export function textOfPlace({ paragraphs }: Pick<Transcript, 'paragraphs'>, place: PlaceToCheck): string {
  const words = paragraphs.find(({ id }) => id === place.paragraphId)?.words ?? []
  const from = place.wordBeforeId === null ? 0 : words.findIndex(({ id }) => id === place.wordBeforeId) + 1
  const to = place.wordAfterId === null ? words.length : words.findIndex(({ id }) => id === place.wordAfterId)
  const isKnown = (from > 0 || place.wordBeforeId === null) && to >= from
  return isKnown && words.length > 0 ? textOf(words.slice(from, to)) : place.text
}

/** Places that a person has checked: accepted as they are, or corrected (each run of words once). */
export interface CheckedPlaces {
  readonly right: number
  readonly corrected: number
}

export function checkedPlaces({
  paragraphs,
  marks,
}: Pick<Transcript, 'paragraphs' | 'marks'>): CheckedPlaces {
  return {
    right: marks.filter((mark) => (behaviorOf(mark)?.settles ?? null) !== null).length,
    corrected: paragraphs.reduce((sum, { words }) => sum + changedRuns(words).length, 0),
  }
}

export function countChecked(transcript: Pick<Transcript, 'paragraphs' | 'marks'>): number {
  const { right, corrected } = checkedPlaces(transcript)
  return right + corrected
}
