import type { CallOutput } from '#contracts/calls/calls'
import { interleaved } from '#core/find/interleaved'

type Found = Pick<CallOutput<'recordings.search'>, 'titles' | 'hits'>
export type Hit = Found['hits'][number]

/** A found recording, with its hits in order of time. */
export interface RecordingHits {
  readonly recordingId: string
  readonly title: string
  readonly hits: readonly Hit[]
}

/**
 * Recordings whose title matches first, then those with the best hits; hits of a recording in order of time.
 */
export function byRecording({ titles, hits }: Found): readonly RecordingHits[] {
  const groups = new Map<string, { title: string; hits: Hit[] }>(
    titles.map(({ recordingId, title }) => [recordingId, { title, hits: [] }]),
  )
  for (const hit of hits) {
    const group = groups.get(hit.recordingId)
    if (group) group.hits.push(hit)
    else groups.set(hit.recordingId, { title: hit.title, hits: [hit] })
  }
  return [...groups].map(([recordingId, { title, hits: here }]) => ({
    recordingId,
    title,
    hits: here.toSorted((a, b) => a.startMs - b.startMs),
  }))
}

export interface LibraryHits<Library> extends RecordingHits {
  /** The library of the results. */
  readonly library: Library
}

/** Recordings of several libraries: the best of each first, then the second best of each, and so on. */
export function acrossLibraries<Library>(
  libraries: readonly { readonly library: Library; readonly found: Found }[],
): readonly LibraryHits<Library>[] {
  return interleaved(
    libraries.map(({ library, found }) => byRecording(found).map((group) => ({ ...group, library }))),
  )
}
