import { Link, useParams } from '@tanstack/react-router'
import { useRef } from 'react'
import type { PodcastCard } from '#contracts/calls/podcasts'
import { TopBar } from '../library/top-bar.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { buttonClass } from '../ui/button.tsx'
import { Loading } from '../ui/loading.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useNow } from '../ui/use-now.ts'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useSay } from '../ui/words.tsx'
import { EpisodeList } from './episode-list.tsx'
import { PodcastHead } from './podcast-head.tsx'
import { useEpisodes, usePodcasts } from './podcast-queries.ts'
import frame from '../ui/page-frame.module.css'
import styles from './podcasts.module.css'

/** One podcast with its episodes. */
export function PodcastScreen() {
  const say = useSay()
  const { id } = useParams({ from: '/podcasts/$id' })
  const { data, error } = usePodcasts()
  const podcast = data?.find((one) => one.id === id)
  usePageTitle(podcast?.title ?? say('podcasts.title'))
  const page = useRef<HTMLElement>(null)
  return (
    <div className={frame.app}>
      <TopBar kind="podcasts" />
      <main
        id="content"
        ref={page}
        className={frame.page}
        aria-label={podcast?.title ?? say('podcasts.title')}
        tabIndex={-1}
      >
        <div className={styles.column}>
          {podcast !== undefined && (
            <p className={styles.up}>
              <Link to="/podcasts">{say('podcasts.all')}</Link>
            </p>
          )}
          {podcast !== undefined ? (
            <Podcast podcast={podcast} page={page} />
          ) : error ? (
            <ErrorNotice error={error} />
          ) : data === undefined ? (
            <Loading />
          ) : (
            <Trouble
              what={say('error.podcast.unknown.on-page')}
              why={say('error.podcast.unknown.on-page.remedy')}
              way={
                <Link to="/podcasts" className={buttonClass('main')}>
                  {say('podcasts.all')}
                </Link>
              }
            />
          )}
        </div>
      </main>
    </div>
  )
}

function Podcast({
  podcast,
  page,
}: {
  readonly podcast: PodcastCard
  readonly page: React.RefObject<HTMLElement | null>
}) {
  const { data, error } = useEpisodes(podcast.id)
  const nowMs = useNow()
  return (
    <>
      <PodcastHead podcast={podcast} nowMs={nowMs} />
      {data !== undefined ? (
        <EpisodeList episodes={data} page={page} nowMs={nowMs} />
      ) : error ? (
        <ErrorNotice error={error} />
      ) : (
        <Loading />
      )}
    </>
  )
}
