import type { DecodedLine, LiveChange, LiveRecord } from '../live-text/live-record.ts'
import type { Consent, JournalEntry, Moment, StartEntry, StopReason } from './journal-entry.ts'

/** What a journal says about its recording so far. */
export interface JournalState {
  readonly start: StartEntry
  readonly title: string
  /** Null as long as it was neither ticked nor unticked. */
  readonly consent: Consent | null
  /** In order of time. */
  readonly moments: readonly Moment[]
  /** Text while recording. */
  readonly live: LiveRecord
  /** The files of each source, in order. */
  readonly parts: readonly (readonly string[])[]
  readonly isPaused: boolean
  /** Null while it runs, and after its writer was killed. */
  readonly stopped: { readonly atMs: number; readonly reason: StopReason } | null
}

/** Null for a journal without its first line, which is written before any sound. */
export function journalState(entries: readonly JournalEntry[]): JournalState | null {
  const [start] = entries
  if (start?.kind !== 'start') return null
  const parts = start.sources.map((): string[] => [])
  const moments = new Map<string, Moment>()
  const lines: DecodedLine[] = []
  const changes: LiveChange[] = []
  let { title } = start
  let consent: Consent | null = null
  let isPaused = false
  let stopped: JournalState['stopped'] = null
  for (const entry of entries) {
    switch (entry.kind) {
      case 'part':
        parts[entry.source]?.push(entry.file)
        break
      case 'moment':
        moments.set(entry.moment.id, entry.moment)
        break
      case 'moment-removed':
        moments.delete(entry.id)
        break
      case 'title':
        title = entry.title
        break
      case 'live-line':
        lines.push(entry.line)
        break
      case 'live-change':
        changes.push(entry.change)
        break
      case 'consent':
        consent = entry.consent
        break
      case 'pause':
      case 'resume':
        isPaused = entry.kind === 'pause'
        break
      case 'stop':
        stopped = { atMs: entry.atMs, reason: entry.reason }
        break
      default:
    }
  }
  const inOrder = [...moments.values()].toSorted((a, b) => a.atMs - b.atMs)
  return { start, title, consent, moments: inOrder, live: { lines, changes }, parts, isPaused, stopped }
}
