import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useDeferredValue, useLayoutEffect, useRef, useState } from 'react'
import type { EpisodeCard } from '#contracts/calls/podcasts'
import { TextField } from '../ui/text-field.tsx'
import { useSay } from '../ui/words.tsx'
import { EpisodeRow } from './episode-row.tsx'
import { filterEpisodes } from './filter-episodes.ts'
import { useOfferDownloaded } from './downloaded-episodes.ts'
import { useEpisodeJobs, useEpisodeRecordings } from './podcast-queries.ts'
import styles from './podcasts.module.css'

/** Fewer do not need a search. */
const MIN_TO_SEARCH = 12
const ROW_PX = 76

export interface EpisodeListProps {
  readonly episodes: readonly EpisodeCard[]
  /** The scrolling element. */
  readonly page: RefObject<HTMLElement | null>
  readonly nowMs: number
}

/** The episodes of a podcast, however many; only visible ones are in the document. */
export function EpisodeList({ episodes, page, nowMs }: EpisodeListProps) {
  const say = useSay()
  const jobs = useEpisodeJobs()
  const recordings = useEpisodeRecordings(episodes)
  useOfferDownloaded(episodes, recordings)
  const [words, setWords] = useState('')
  const shown = filterEpisodes(episodes, useDeferredValue(words))
  const list = useRef<HTMLOListElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const element = list.current
    const column = element?.parentElement
    if (element == null || column == null) return undefined
    // The content above the list grows and shrinks.
    const observer = new ResizeObserver(() => setTop(element.offsetTop))
    observer.observe(column)
    return () => observer.disconnect()
  }, [])
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is handed on
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => page.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    scrollMargin: top,
    getItemKey: (index) => shown[index]?.id ?? index,
  })
  return (
    <>
      {episodes.length >= MIN_TO_SEARCH && (
        <TextField
          className={styles.search}
          label={say('podcasts.search')}
          type="search"
          icon="search"
          placeholder={say('podcasts.search')}
          value={words}
          onChange={setWords}
          onEscape={() => setWords('')}
        />
      )}
      <p role="status" className={styles.lead}>
        {shown.length === 0 ? say('podcasts.search.none', { words }) : ''}
      </p>
      <ol
        ref={list}
        aria-label={say('podcasts.episodes.label')}
        style={{ height: virtual.getTotalSize(), position: 'relative' }}
      >
        {virtual.getVirtualItems().map((item) => {
          const episode = shown[item.index]
          return episode === undefined ? null : (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className={styles.item}
              aria-setsize={shown.length}
              aria-posinset={item.index + 1}
              style={{ transform: `translateY(${item.start - top}px)` }}
            >
              <EpisodeRow
                episode={episode}
                card={recordings.get(episode.recordingId ?? '')}
                job={jobs.get(episode.id) ?? null}
                nowMs={nowMs}
                heading="h2"
              />
            </li>
          )
        })}
      </ol>
    </>
  )
}
