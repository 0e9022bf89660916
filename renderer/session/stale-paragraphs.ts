import type { StudioEvent } from '#contracts/events'

/** What others changed since the page's state, read from a library event. */
export interface StalePart {
  /** Number of the edit; null if the event is not an edit. */
  readonly number: number | null
  readonly paragraphIds: readonly string[]
}

const kinds: ReadonlySet<string> = new Set([
  'edit-applied',
  'paragraphs-saved',
  'speakers-saved',
  'transcript-started',
  'transcript-finished',
])

/** Null if the event is about something else. */
export function stalePart(event: StudioEvent, transcriptId: string): StalePart | null {
  const { kind, touched } = event
  if (!kinds.has(kind) || touched['transcriptId'] !== transcriptId) return null
  const { number, paragraphIds } = touched
  return {
    number: kind === 'edit-applied' && typeof number === 'number' ? number : null,
    paragraphIds: Array.isArray(paragraphIds) ? paragraphIds : [],
  }
}
