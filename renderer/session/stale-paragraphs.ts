import type { StudioEvent } from '#contracts/events'

/** What others changed since the state that the page holds, as the library's events tell it. */
export interface StalePart {
  /** Of the edit, where it was one. */
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

/** Null where the event is about something else. */
export function stalePart(event: StudioEvent, transcriptId: string): StalePart | null {
  const { kind, touched } = event
  if (!kinds.has(kind) || touched['transcriptId'] !== transcriptId) return null
  const { number, paragraphIds } = touched
  return {
    number: kind === 'edit-applied' && typeof number === 'number' ? number : null,
    paragraphIds: Array.isArray(paragraphIds) ? paragraphIds : [],
  }
}
