import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { EpisodeCard, PodcastCard } from '#contracts/calls/podcasts'
import type { RecordingCard } from '#contracts/calls/recordings'
import { TopBar } from '../library/top-bar.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { useNow } from '../ui/use-now.ts'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useSay } from '../ui/words.tsx'
import { AddPodcastDialog } from './add-podcast-dialog.tsx'
import type { EpisodeJob } from './episode-jobs.ts'
import { EpisodeRow } from './episode-row.tsx'
import { PodcastHead } from './podcast-head.tsx'
import { useOfferDownloaded } from './downloaded-episodes.ts'
import { useEpisodeJobs, useEpisodeRecordings, useNewestEpisodes, usePodcasts } from './podcast-queries.ts'
import frame from '../ui/page-frame.module.css'
import styles from './podcasts.module.css'

/** Episodes shown of each podcast; its page has all. */
const LISTED_EPISODES = 4

/** All podcasts with their newest episodes. */
export function PodcastsScreen() {
  const say = useSay()
  usePageTitle(say('podcasts.title'))
  const { data, error } = usePodcasts()
  const [isAdding, setAdding] = useState(false)
  const nowMs = useNow()
  const addButton = (
    <Button variant="main" icon="feed" onPress={() => setAdding(true)}>
      {say('podcasts.add')}
    </Button>
  )
  return (
    <div className={frame.app}>
      <TopBar kind="podcasts" action={data !== undefined && data.length > 0 && addButton} />
      <main id="content" className={frame.page} aria-label={say('podcasts.title')} tabIndex={-1}>
        <div className={styles.column}>
          <div className={styles.bar}>
            <h1>{say('podcasts.title')}</h1>
          </div>
          {data === undefined ? (
            error ? (
              <ErrorNotice error={error} />
            ) : (
              <Loading />
            )
          ) : data.length === 0 ? (
            <EmptyState title={say('podcasts.none')} action={addButton}>
              <p className={styles.lead}>{say('podcasts.none.more')}</p>
            </EmptyState>
          ) : (
            <ListedPodcasts podcasts={data} nowMs={nowMs} />
          )}
        </div>
      </main>
      {isAdding && <AddPodcastDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

interface ListedPodcastsProps {
  readonly podcasts: readonly PodcastCard[]
  readonly nowMs: number
}

function ListedPodcasts({ podcasts, nowMs }: ListedPodcastsProps) {
  const { data, error } = useNewestEpisodes(LISTED_EPISODES)
  const shown = useMemo(() => [...(data?.values() ?? [])].flat(), [data])
  const recordings = useEpisodeRecordings(shown)
  const jobs = useEpisodeJobs()
  useOfferDownloaded(shown, recordings)
  return (
    <>
      {error !== null && <ErrorNotice error={error} />}
      {podcasts.map((podcast) => (
        <ListedPodcast
          key={podcast.id}
          podcast={podcast}
          episodes={data?.get(podcast.id) ?? []}
          recordings={recordings}
          jobs={jobs}
          nowMs={nowMs}
        />
      ))}
    </>
  )
}

interface ListedPodcastProps {
  readonly podcast: PodcastCard
  /** Its newest ones. */
  readonly episodes: readonly EpisodeCard[]
  readonly recordings: ReadonlyMap<string, RecordingCard>
  readonly jobs: ReadonlyMap<string, EpisodeJob>
  readonly nowMs: number
}

function ListedPodcast({ podcast, episodes, recordings, jobs, nowMs }: ListedPodcastProps) {
  const say = useSay()
  const { id, title, episodes: count } = podcast
  return (
    <section className={styles.podcast} aria-label={title}>
      <PodcastHead podcast={podcast} nowMs={nowMs} isListed />
      <ol aria-label={say('podcasts.episodes.label')}>
        {episodes.map((episode) => (
          <li key={episode.id}>
            <EpisodeRow
              episode={episode}
              card={recordings.get(episode.recordingId ?? '')}
              job={jobs.get(episode.id) ?? null}
              nowMs={nowMs}
              heading="h3"
            />
          </li>
        ))}
      </ol>
      {count > LISTED_EPISODES && (
        <Link to="/podcasts/$id" params={{ id }} className={styles.all}>
          {say('podcasts.more-episodes', { count: count - LISTED_EPISODES })}
        </Link>
      )}
    </section>
  )
}
