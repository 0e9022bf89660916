import type { InvalidateQueryFilters, QueryClient, QueryKey } from '@tanstack/react-query'
import type { EventKind, StudioEvent } from '#contracts/events'
import type { StudioClient } from './studio-client.ts'

/** The queries that each kind of event makes stale; null: none. */
const stale: Readonly<Record<EventKind, readonly string[] | 'all' | null>> = {
  'recording-added': ['recordings', 'search', 'storage'],
  'recording-updated': ['recordings', 'storage', 'minutes', 'live-text', 'publish', 'remembered-voices'],
  'recording-deleted': ['recordings', 'search', 'program', 'storage', 'remembered-voices'],
  'track-saved': ['recordings'],
  'transcript-started': ['recordings'],
  'transcript-finished': ['recordings', 'search', 'mark-offer', 'live-text', 'publish'],
  'speakers-saved': ['recordings', 'minutes', 'publish'],
  'paragraphs-saved': ['recordings', 'minutes', 'publish'],
  'edit-applied': ['recordings', 'minutes', 'sheet', 'publish'],
  'transcript-checked': ['recordings'],
  'places-counted': ['recordings'],
  'shots-found': ['shots'],
  'recorder-changed': ['recorder', 'recordings'],
  'moments-changed': ['moments', 'minutes', 'publish'],
  'cut-changed': ['cut', 'publish'],
  'joins-checked': ['checked-joins'],
  'podcasts-changed': ['podcasts'],
  'watch-changed': ['watch'],
  'glossary-changed': ['glossary', 'recordings'],
  'opinions-changed': ['opinions'],
  'corrections-changed': ['corrections'],
  'chunk-saved': null,
  'job-requested': ['recordings', 'jobs', 'opinions'],
  'job-claimed': ['jobs'],
  'job-freed': ['jobs'],
  'job-progress': ['jobs'],
  'job-released': ['recordings', 'jobs'],
  'job-finished': ['recordings', 'jobs', 'search', 'films', 'storage', 'sheet', 'energy'],
  'job-failed': ['recordings', 'jobs', 'sheet', 'energy'],
  'output-recorded': null,
  'model-added': ['models', 'storage'],
  'model-removed': ['models', 'storage'],
  'setting-changed': ['preferences', 'minutes', 'libraries'],
  'connections-changed': ['network'],
  'voices-changed': ['remembered-voices'],
  'library-salvaged': 'all',
  'events-missed': 'all',
}

/** At most two rounds of refetching a second, however many events arrive. */
const GATHER_MS = 500

/** A first answer that is on its way may be older than the event, and is not cancelled: it is asked for once more. */
async function invalidate(queries: QueryClient, filters: InvalidateQueryFilters): Promise<void> {
  const firsts = queries
    .getQueryCache()
    .findAll({ ...filters, fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined })
  await queries.invalidateQueries(filters)
  if (firsts.length > 0) await queries.invalidateQueries({ predicate: (query) => firsts.includes(query) })
}

/** Refetches queries affected by events, in batches. Returns the function that stops it. */
export function invalidateByEvents(client: StudioClient, queries: QueryClient): () => void {
  let gathered = new Set<string>()
  let everything = false
  let timer: ReturnType<typeof setTimeout> | null = null
  let lastRound = -Infinity

  const round = (): void => {
    timer = null
    lastRound = performance.now()
    const keys: readonly (QueryKey | null)[] = everything ? [null] : [...gathered].map((key) => [key])
    gathered = new Set()
    everything = false
    for (const queryKey of keys) void invalidate(queries, queryKey === null ? {} : { queryKey })
  }
  const want = (touched: readonly string[] | 'all'): void => {
    if (touched === 'all') everything = true
    else for (const key of touched) gathered.add(key)
    timer ??= setTimeout(round, Math.max(0, lastRound + GATHER_MS - performance.now()))
  }
  const offEvent = client.onEvent((event: StudioEvent) => {
    const touched = stale[event.kind]
    if (touched !== null) want(touched)
  })
  // What is on its way then was asked for on this connection.
  const offConnection = client.onConnection((state) => {
    if (state === 'connected') void queries.invalidateQueries()
  })
  return () => {
    offEvent()
    offConnection()
    if (timer !== null) clearTimeout(timer)
  }
}
