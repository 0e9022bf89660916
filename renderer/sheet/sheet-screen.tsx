import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { queryKeys, useRecording } from '../rpc/queries.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { buttonClass } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Icon } from '../ui/icon.tsx'
import { Loading } from '../ui/loading.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useSay } from '../ui/words.tsx'
import { SheetActions } from './sheet-actions.tsx'
import { SheetPaper } from './sheet-paper.tsx'
import styles from './sheet.module.css'

/** How the transcript of a recording was made, and at what cost, as it is printed. */
export function SheetScreen({ recordingId }: { readonly recordingId: string }) {
  const say = useSay()
  const { data: recording, error } = useRecording(recordingId)
  usePageTitle(say('sheet.page.title', { title: recording?.title ?? '' }))
  if (recording?.transcript != null)
    return <TranscriptSheet recording={recording} transcriptId={recording.transcript.id} />
  return (
    <div className={styles.screen}>
      <Head recordingId={recordingId} title={recording?.title ?? ''} />
      <main id="content" tabIndex={-1} className={styles.paper}>
        {recording !== undefined ? (
          <EmptyState title={say('sheet.page.no-text')}>{say('sheet.page.no-text.more')}</EmptyState>
        ) : error ? (
          <ErrorNotice error={error} />
        ) : (
          <Loading />
        )}
      </main>
    </div>
  )
}

function TranscriptSheet({
  recording,
  transcriptId,
}: {
  readonly recording: OpenRecording
  readonly transcriptId: string
}) {
  const say = useSay()
  const studio = useStudio()
  const { data, error } = useQuery({
    queryKey: queryKeys.sheet(transcriptId),
    queryFn: ({ signal }) => studio.call('transcripts.sheet', { transcriptId }, { signal }),
    staleTime: 0,
  })
  return (
    <div className={styles.screen}>
      <Head recordingId={recording.id} title={recording.title}>
        {data !== undefined && <SheetActions sheet={data} />}
      </Head>
      <main id="content" tabIndex={-1} className={styles.paper} aria-label={say('sheet.page')}>
        {error && <ErrorNotice error={error} />}
        {data === undefined ? error === null && <Loading /> : <SheetPaper sheet={data} />}
      </main>
    </div>
  )
}

function Head({
  recordingId,
  title,
  children,
}: {
  readonly recordingId: string
  readonly title: string
  readonly children?: ReactNode
}) {
  const say = useSay()
  return (
    <header className={styles.top}>
      <Link
        to="/recording/$id"
        params={{ id: recordingId }}
        className={buttonClass('quiet', 'normal', true)}
        aria-label={say('minutes.page.back')}
        title={say('minutes.page.back')}
      >
        <Icon name="back" />
      </Link>
      <div className={styles.head}>
        <p className={styles.title}>{title}</p>
        <p className={styles.meta}>{say('sheet.page')}</p>
      </div>
      <div className={styles.acts}>{children}</div>
    </header>
  )
}
