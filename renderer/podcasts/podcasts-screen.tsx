import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PodcastCard } from '#contracts/calls/podcasts'
import { TopBar } from '../library/top-bar.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useSay } from '../ui/words.tsx'
import { AddPodcastDialog } from './add-podcast-dialog.tsx'
import { usePodcasts } from './podcast-queries.ts'
import { PodcastPicture } from './podcast-picture.tsx'
import frame from '../ui/page-frame.module.css'
import styles from './podcasts.module.css'

/** All podcasts. */
export function PodcastsScreen() {
  const say = useSay()
  usePageTitle(say('podcasts.title'))
  const { data, error } = usePodcasts()
  const [isAdding, setAdding] = useState(false)
  const addButton = (
    <Button variant={data?.length === 0 ? 'main' : 'line'} icon="feed" onPress={() => setAdding(true)}>
      {say('podcasts.add')}
    </Button>
  )
  return (
    <div className={frame.app}>
      <TopBar kind="settings" />
      <main id="content" className={frame.page} aria-label={say('podcasts.title')} tabIndex={-1}>
        <div className={styles.column}>
          <div className={styles.bar}>
            <h1>{say('podcasts.title')}</h1>
            {data !== undefined && data.length > 0 && addButton}
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
            <ul>
              {data.map((podcast) => (
                <PodcastRow key={podcast.id} podcast={podcast} />
              ))}
            </ul>
          )}
        </div>
      </main>
      {isAdding && <AddPodcastDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

function PodcastRow({ podcast }: { readonly podcast: PodcastCard }) {
  const say = useSay()
  const { id, title, author, episodes, picture } = podcast
  return (
    <li className={styles.podcast}>
      <PodcastPicture picture={picture} size="small" />
      <div className={styles.what}>
        <h2>
          <Link to="/podcasts/$id" params={{ id }}>
            {title}
          </Link>
        </h2>
        <p className={styles.meta}>
          {author === ''
            ? say('podcasts.episodes', { count: episodes })
            : say('podcasts.by', { author, count: episodes })}
        </p>
      </div>
    </li>
  )
}
