import type { CallInput } from '#contracts/calls/calls'
import type { RecordingCard } from '#contracts/calls/recordings'
import { parseTime } from '#core/sound/parse-time'
import { namesOfFiles } from '#core/tracks/names-of-files'

/** The relation between several new recordings. */
export interface Joining {
  readonly order: 'separate' | CallInput<'recordings.join'>['order']
  /** Ids in the person's order; unlisted ones follow in order of arrival. */
  readonly ids: readonly string[]
  /** As typed, by id; a missing name is taken from the file's name. */
  readonly names: Readonly<Record<string, string>>
  /** When each begins, as typed, by id; missing: at the start. */
  readonly offsets: Readonly<Record<string, string>>
}

export const SEPARATE: Joining = { order: 'separate', ids: [], names: {}, offsets: {} }

export interface JoinedFile {
  readonly card: RecordingCard
  readonly name: string
  readonly offset: string
  /** Null if the typed text is not a time. */
  readonly offsetMs: number | null
}

/** In the person's order. */
export function joinedFiles(cards: readonly RecordingCard[], { ids, names, offsets }: Joining): JoinedFile[] {
  const place = ({ id }: RecordingCard): number => (ids.includes(id) ? ids.indexOf(id) : ids.length)
  const inOrder = cards.toSorted((a, b) => place(a) - place(b))
  const found = namesOfFiles(inOrder.map(({ fileName }) => fileName))
  return inOrder.map((card, index) => {
    const offset = offsets[card.id] ?? ''
    return {
      card,
      name: names[card.id] ?? found[index] ?? '',
      offset,
      offsetMs: offset.trim() === '' ? 0 : parseTime(offset),
    }
  })
}

/** Moves a file by one position; unchanged if it is at the end. */
export function moved(cards: readonly RecordingCard[], joining: Joining, id: string, by: 1 | -1): Joining {
  const ids = joinedFiles(cards, joining).map(({ card }) => card.id)
  const from = ids.indexOf(id)
  const other = ids[from + by]
  if (from < 0 || other === undefined) return joining
  return { ...joining, ids: ids.with(from, other).with(from + by, id) }
}

/** The request to the studio; null while a name is missing or an offset is invalid. */
export function joinRequest(
  cards: readonly RecordingCard[],
  joining: Joining,
): Omit<CallInput<'recordings.join'>, 'request'> | null {
  const { order } = joining
  if (order === 'separate') return null
  const files = joinedFiles(cards, joining)
  const recordingIds = files.map(({ card }) => card.id)
  if (order === 'in-order') return { recordingIds, order }
  const names = files.map(({ name }) => name.trim())
  const offsetsMs = files.map(({ offsetMs }) => offsetMs)
  if (names.includes('') || !offsetsMs.every((ms) => ms !== null)) return null
  return { recordingIds, order, names, ...(offsetsMs.some((ms) => ms > 0) ? { offsetsMs } : {}) }
}
