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
import { bareWord, type HitPart, hitParts, namedParts } from './hit-parts.ts'
import frame from '../ui/page-frame.module.css'
import styles from './library.module.css'
import own from './search-screen.module.css'

type Found = CallOutput<'recordings.search'>
type Hit = Found['hits'][number]

/** Search in all transcripts: hits by recording, each opening at its time. */
export function SearchScreen() {
  const say = useSay()
  const { words = '' } = useAddress({ from: '/library/search' })
  const search = useSearch(words)
  usePageTitle(words === '' ? say('shell.search') : say('search.title', { words }))
  const [nowMs] = useState(() => Date.now())
  const { titles, hits } = words === '' || !search.data ? NOTHING : search.data
  const groups = byRecording(titles, hits)
  const recordings = useRecordingsOf(groups.map(({ recordingId }) => recordingId)).data
  const counts = { count: hits.length, recordings: groups.length }
  return (
    <main
      id="content"
      data-scroll-restoration-id="search"
      className={frame.page}
      aria-label={say('shell.search')}
      tabIndex={-1}
    >
      <div className={styles.column}>
        <div className={styles.bar}>
          <h1>{words === '' ? say('search.empty') : say('search.title', { words })}</h1>
          <output className={own.found}>
            {groups.length > 0 &&
              say(hits.length === SEARCH_LIMIT ? 'search.found-many' : 'search.found', counts)}
          </output>
        </div>
        {search.error && <ErrorNotice error={search.error} />}
        {search.isPending && words !== '' && <Loading />}
        {search.data && groups.length === 0 && words !== '' && (
          <EmptyState title={say('search.nobody', { words })}>
            <p>{say('search.nobody.more')}</p>
          </EmptyState>
        )}
        {groups.map(({ recordingId, title, hits: here }) => (
          <Group
            key={recordingId}
            recordingId={recordingId}
            title={title}
            words={words}
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
  readonly recordingId: string
  readonly title: string
  /** The query as typed. */
  readonly words: string
  readonly card: RecordingCard | undefined
  readonly hits: readonly Hit[]
  readonly nowMs: number
}

function Group({ recordingId, title, words, card, hits, nowMs }: GroupProps) {
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
        <Link className={own.title} to="/recording/$id" params={{ id: recordingId }}>
          <Parts parts={namedParts(title, words)} />
        </Link>
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
                  {hit.speakerName === null ? (
                    hit.speakerNumber !== null && say('speaker.numbered', { number: hit.speakerNumber })
                  ) : (
                    <Parts parts={namedParts(hit.speakerName, words)} />
                  )}
                </span>
                <span>
                  <Parts
                    parts={hitParts(
                      hit.snippet,
                      hit.words.map(({ text }) => bareWord(text)),
                    )}
                  />
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Parts({ parts }: { readonly parts: readonly HitPart[] }) {
  return parts.map((part, index) =>
    // Parts have no identity other than their position.
    // oxlint-disable-next-line react/no-array-index-key
    part.hit ? <mark key={index}>{part.text}</mark> : part.text,
  )
}

const NOTHING: Found = { titles: [], hits: [] }

interface RecordingHits {
  readonly recordingId: string
  readonly title: string
  readonly hits: readonly Hit[]
}

/** Recordings whose title matches first, then those with the best hits; hits of a recording in order of time. */
function byRecording(titles: Found['titles'], hits: readonly Hit[]): readonly RecordingHits[] {
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
