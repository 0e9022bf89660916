import type { DecodedLine, LiveChange, LiveRecord } from '../live-text/live-record.ts'
import type { ClockEntry, Consent, JournalEntry, Moment, StartEntry, StopReason } from './journal-entry.ts'

/** The state of a recording according to its journal. */
export interface JournalState {
  readonly start: StartEntry
  readonly title: string
  /** Null if it was neither ticked nor unticked. */
  readonly consent: Consent | null
  /** In order of time. */
  readonly moments: readonly Moment[]
  /** Text while recording. */
  readonly live: LiveRecord
  /** The files of each source, in order. */
  readonly parts: readonly (readonly string[])[]
  /** The frame of the source at which each file begins. */
  readonly partStarts: ReadonlyMap<string, number>
  /** Entries used to align its sources. */
  readonly clock: readonly ClockEntry[]
  readonly isPaused: boolean
  /** All pauses and their ends, in the order of the requests. */
  readonly pauses: readonly Extract<JournalEntry, { readonly kind: 'pause' | 'resume' }>[]
  /** For each source: the last state known to be on disk. */
  readonly synced: readonly SyncedSource[]
  /** The device of each source. */
  readonly devices: readonly string[]
  /** Null while it runs, and if its writer was killed. */
  readonly stopped: { readonly atMs: number; readonly reason: StopReason } | null
}

export interface SyncedSource {
  /** All blocks before this number are on disk. */
  readonly sequence: number
  readonly frames: number
}

/** Null for a journal without its first line, which is written before any sound. */
export function journalState(entries: readonly JournalEntry[]): JournalState | null {
  const [start] = entries
  if (start?.kind !== 'start') return null
  const parts = start.sources.map((): string[] => [])
  const partStarts = new Map<string, number>()
  const clock: ClockEntry[] = []
  const moments = new Map<string, Moment>()
  const lines: DecodedLine[] = []
  const changes: LiveChange[] = []
  const synced: SyncedSource[] = start.sources.map(() => ({ sequence: 0, frames: 0 }))
  const devices = start.sources.map(({ device }) => device)
  const pauses: JournalState['pauses'][number][] = []
  let { title } = start
  let consent: Consent | null = null
  let isPaused = false
  let stopped: JournalState['stopped'] = null
  for (const entry of entries) {
    switch (entry.kind) {
      case 'part':
        // A file that was truncated and restarted is listed twice.
        if (parts[entry.source]?.includes(entry.file) === false) parts[entry.source]?.push(entry.file)
        partStarts.set(entry.file, entry.frame)
        break
      case 'gap':
      case 'time':
        clock.push(entry)
        break
      case 'synced':
        if (entry.source < synced.length)
          synced[entry.source] = { sequence: entry.sequence, frames: entry.frames }
        break
      case 'device':
        if (entry.source < devices.length) devices[entry.source] = entry.device
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
        pauses.push(entry)
        break
      case 'stop':
        stopped = { atMs: entry.atMs, reason: entry.reason }
        break
      default:
    }
  }
  const inOrder = [...moments.values()].toSorted((a, b) => a.atMs - b.atMs)
  const live = { lines, changes }
  const sound = { parts, partStarts, clock, pauses, synced, devices }
  return { start, title, consent, moments: inOrder, live, ...sound, isPaused, stopped }
}
