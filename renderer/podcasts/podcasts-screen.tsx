import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PodcastCard } from '#contracts/calls/podcasts'
import { TopBar } from '../library/top-bar.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { useNow } from '../ui/use-now.ts'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useSay } from '../ui/words.tsx'
import { AddPodcastDialog } from './add-podcast-dialog.tsx'
import { EpisodeRow } from './episode-row.tsx'
import { PodcastHead } from './podcast-head.tsx'
import { useEpisodeJobs, useEpisodes, usePodcasts } from './podcast-queries.ts'
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
            data.map((podcast) => <ListedPodcast key={podcast.id} podcast={podcast} nowMs={nowMs} />)
          )}
        </div>
      </main>
      {isAdding && <AddPodcastDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

function ListedPodcast({ podcast, nowMs }: { readonly podcast: PodcastCard; readonly nowMs: number }) {
  const say = useSay()
  const { id, title, episodes: count } = podcast
  const { data, error } = useEpisodes(id, LISTED_EPISODES)
  const jobs = useEpisodeJobs()
  return (
    <section className={styles.podcast} aria-label={title}>
      <PodcastHead podcast={podcast} nowMs={nowMs} isListed />
      {error !== null && <ErrorNotice error={error} />}
      <ol aria-label={say('podcasts.episodes.label')}>
        {(data ?? []).map((episode) => (
          <li key={episode.id}>
            <EpisodeRow episode={episode} job={jobs.get(episode.id) ?? null} nowMs={nowMs} heading="h3" />
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
