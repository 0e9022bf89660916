import { useMemo } from 'react'
import { GivenNames } from '#core/live-text/live-record'
import { useLiveTextStore } from '../running/live-text-store.ts'
import type { Running } from '../running/recorder-store.ts'

/** The name of each source: its speaker as named by a person, else the source's own name. */
export function useSourceNames({ runningId, options }: Running): readonly string[] {
  const changes = useLiveTextStore(({ live }) => (live?.runningId === runningId ? live.changes : undefined))
  return useMemo(() => {
    const given = new GivenNames(changes ?? [])
    return options.sources.map(({ name }, source) => given.ofSource(source) ?? name)
  }, [changes, options.sources])
}
