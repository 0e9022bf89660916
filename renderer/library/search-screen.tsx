import { Link, useSearch as useAddress } from '@tanstack/react-router'
import { useState } from 'react'
import type { CallOutput } from '#contracts/calls/calls'
import type { RecordingCard } from '#contracts/calls/recordings'
import { SEARCH_LIMIT, useRecordingsOf, useSearch } from '../rpc/queries.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatDay } from '../ui/format-date.ts'
import { formatDuration } from '../ui/format-duration.ts'
import { Loading } from '../ui/loading.tsx'
import { voiceNumber } from '../ui/voice.ts'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useLanguage, useSay } from '../ui/words.tsx'
import { bareWord, hitParts } from './hit-parts.ts'
import styles from './library.module.css'
import own from './search-screen.module.css'

type Hit = CallOutput<'recordings.search'>[number]

/** Everything that was said, by recording, each hit opening at its time. */
export function SearchScreen() {
  const say = useSay()
  const { words = '' } = useAddress({ from: '/library/search' })
  const search = useSearch(words)
  usePageTitle(words === '' ? say('shell.search') : say('search.title', { words }))
  const [nowMs] = useState(() => Date.now())
  const hits = words === '' ? [] : (search.data ?? [])
  const groups = byRecording(hits)
  const recordings = useRecordingsOf(groups.map(({ recordingId }) => recordingId)).data
  const counts = { count: hits.length, recordings: groups.length }
  return (
    <main
      id="content"
      data-scroll-restoration-id="search"
      className={styles.page}
      aria-label={say('shell.search')}
      tabIndex={-1}
    >
      <div className={styles.column}>
        <div className={styles.bar}>
          <h1>{words === '' ? say('search.empty') : say('search.title', { words })}</h1>
          <output className={own.found}>
            {hits.length > 0 &&
              say(hits.length === SEARCH_LIMIT ? 'search.found-many' : 'search.found', counts)}
          </output>
        </div>
        {search.error && <ErrorNotice error={search.error} />}
        {search.isPending && words !== '' && <Loading />}
        {search.data && hits.length === 0 && words !== '' && (
          <EmptyState title={say('search.nobody', { words })}>
            <p>{say('search.nobody.more')}</p>
          </EmptyState>
        )}
        {groups.map(({ recordingId, title, hits: here }) => (
          <Group
            key={recordingId}
            title={title}
            card={recordings?.find(({ id }) => id === recordingId)}
            hits={here}
            nowMs={nowMs}
          />
        ))}
      </div>
    </main>
  )
}

interface GroupProps {
  readonly title: string
  readonly card: RecordingCard | undefined
  readonly hits: readonly Hit[]
  readonly nowMs: number
}

function Group({ title, card, hits, nowMs }: GroupProps) {
  const say = useSay()
  const language = useLanguage()
  const about = card
    ? [
        formatDay(card.addedAtMs, nowMs, language),
        ...(card.durationMs === null ? [] : [formatDuration(card.durationMs)]),
      ].join(', ')
    : ''
  return (
    <section>
      <h2 className={styles.group}>
        {title}
        <span className={styles.meta}>{about}</span>
      </h2>
      <ul>
        {hits.map((hit) => {
          const speaker = card?.transcript?.speakers.find(({ id }) => id === hit.speakerId)
          return (
            <li key={hit.paragraphId} className={own.hit}>
              <Link
                className={own.link}
                to="/recording/$id"
                params={{ id: hit.recordingId }}
                search={{ at: hit.startMs }}
              >
                <time>{formatDuration(hit.startMs)}</time>
                <span className={own.voice} data-v={voiceNumber(speaker?.colour)}>
                  {hit.speakerName ??
                    (hit.speakerNumber === null
                      ? ''
                      : say('speaker.numbered', { number: hit.speakerNumber }))}
                </span>
                <span>
                  {hitParts(
                    hit.snippet,
                    hit.words.map(({ text }) => bareWord(text)),
                  ).map((part, index) =>
                    // Parts have no identity but their place.
                    // oxlint-disable-next-line react/no-array-index-key
                    part.hit ? <mark key={index}>{part.text}</mark> : part.text,
                  )}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Hits by recording, the recording with the best hit first, inside it in the order of time. */
function byRecording(
  hits: readonly Hit[],
): readonly { readonly recordingId: string; readonly title: string; readonly hits: readonly Hit[] }[] {
  const groups = new Map<string, Hit[]>()
  for (const hit of hits) groups.set(hit.recordingId, [...(groups.get(hit.recordingId) ?? []), hit])
  return [...groups].map(([recordingId, here]) => ({
    recordingId,
    title: here[0]?.title ?? '',
    hits: here.sort((a, b) => a.startMs - b.startMs),
  }))
}
