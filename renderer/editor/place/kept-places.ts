import type { CaretPlace } from '../surface/caret-place.ts'
import type { TextPlace } from '../surface/text-place.ts'

/** The user's position in a recording. */
export interface KeptPlace {
  /** Playback position. */
  readonly positionMs: number
  readonly text: TextPlace | null
  /** Playback position when this part of the text was last seen. */
  readonly textMs: number
}

const key = 'parolo.places'
/** Positions are stored for this many recordings, the most recently left ones. */
const most = 300

type KeptPlaces = readonly (readonly [recordingId: string, place: KeptPlace])[]

/** Null if none is stored or the browser does not store anything. */
export function keptPlace(storage: Storage, recordingId: string): KeptPlace | null {
  return read(storage).find(([id]) => id === recordingId)?.[1] ?? null
}

export function keepPlace(storage: Storage, recordingId: string, place: KeptPlace): void {
  const others = read(storage).filter(([id]) => id !== recordingId)
  const places: KeptPlaces = [[recordingId, place], ...others].slice(0, most) as KeptPlaces
  try {
    storage.setItem(key, JSON.stringify(places))
  } catch (error) {
    // Storage is full: the recording opens at its beginning next time.
    console.warn('The place in the recording cannot be kept.', error)
  }
}

function read(storage: Storage): KeptPlaces {
  try {
    const places: unknown = JSON.parse(storage.getItem(key) ?? '[]')
    return Array.isArray(places) ? places.filter(isKept) : []
  } catch (error) {
    // Malformed data is ignored.
    console.warn('The places in recordings cannot be read.', error)
    return []
  }
}

function isKept(entry: unknown): entry is KeptPlaces[number] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false
  const place = entry[1] as Partial<KeptPlace> | null
  return Number.isFinite(place?.positionMs) && Number.isFinite(place?.textMs) && isText(place?.text)
}

function isText(text: unknown): text is TextPlace | null {
  if (text === null) return true
  const { caret, top } = (text ?? {}) as Partial<TextPlace>
  return (
    (caret === null || isCaret(caret)) &&
    (top === null || (isCaret(top?.at) && Number.isFinite(top?.offsetPx)))
  )
}

function isCaret(caret: unknown): boolean {
  const { wordId, offset } = (caret ?? {}) as Partial<CaretPlace>
  return typeof wordId === 'string' && Number.isSafeInteger(offset)
}
