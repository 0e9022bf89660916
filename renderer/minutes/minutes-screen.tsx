import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMomentChanges, useMoments } from '../moments/use-moments.ts'
import { PrintedPage, printedClass } from '../sheet/printed-page.tsx'
import { ToRecordings } from '../ui/to-recordings.tsx'
import { offerJobDialog } from '../library/imports/import-store.ts'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { queryKeys } from '../rpc/query-keys.ts'
import { useRecording } from '../rpc/recording-queries.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice, ErrorPage } from '../ui/error-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useShownTogether } from '../ui/use-shown-together.ts'
import { useSay } from '../ui/words.tsx'
import { AddMoment } from './add-moment.tsx'
import { MinutesActions } from './minutes-actions.tsx'
import type { MinutesChoice } from './minutes-choice.ts'
import { MinutesPaper } from './minutes-paper.tsx'
import { MinutesSide } from './minutes-side.tsx'
import styles from './minutes.module.css'

const paperClass = classNames(styles.paper, printedClass)

/** The minutes of a recording as printed, edited in place. */
export function MinutesScreen({ recordingId }: { readonly recordingId: string }) {
  const say = useSay()
  const { data: recording, error } = useRecording(recordingId)
  usePageTitle(say('minutes.page.title', { title: recording?.title ?? '' }))
  if (recording?.transcript != null)
    return <Minutes recording={recording} transcriptId={recording.transcript.id} />
  return (
    <PrintedPage recordingId={recordingId} heading={<Heading title={recording?.title ?? ''} />}>
      <main id="content" tabIndex={-1} className={paperClass}>
        {recording !== undefined ? (
          <EmptyState
            title={say('minutes.page.no-text')}
            action={
              <Button variant="main" onPress={() => offerJobDialog([recordingId])}>
                {say('library.transcribe')}
              </Button>
            }
          >
            {say('minutes.page.no-text.more')}
          </EmptyState>
        ) : error ? (
          <ErrorPage error={error} way={<ToRecordings />} />
        ) : (
          <Loading />
        )}
      </main>
    </PrintedPage>
  )
}

function Minutes({
  recording,
  transcriptId,
}: {
  readonly recording: OpenRecording
  readonly transcriptId: string
}) {
  const say = useSay()
  const studio = useStudio()
  const [choice, setChoice] = useState<MinutesChoice>({
    without: [],
    wholeText: false,
    soundAround: false,
  })
  /** The newly added moment, whose text is edited first. */
  const [added, setAdded] = useState<string | null>(null)
  const [isSideOpen, setSideOpen] = useState(false)
  const moments = useMoments(recording.id)
  const changes = useMomentChanges(recording.id, null)
  const { without, wholeText } = choice
  const { data, error } = useQuery({
    queryKey: queryKeys.minutes(transcriptId, { without, wholeText }),
    queryFn: ({ signal }) =>
      studio.call('exports.minutes', { transcriptId, wholeText, without: [...without] }, { signal }),
    placeholderData: (before) => before,
    staleTime: 0,
  })
  return (
    <PrintedPage
      recordingId={recording.id}
      heading={<Heading title={recording.title} />}
      actions={
        <>
          <MinutesActions recording={recording} transcriptId={transcriptId} choice={choice} />
          <Button
            className={styles.sideButton}
            icon="panel"
            aria-label={say('minutes.page.in')}
            pressed={isSideOpen}
            onPress={() => setSideOpen(!isSideOpen)}
          />
        </>
      }
    >
      <div className={classNames(styles.body, useShownTogether())}>
        <main id="content" tabIndex={-1} className={paperClass} aria-label={say('minutes.page')}>
          {error && <ErrorNotice error={error} />}
          {data === undefined ? (
            error === null && <Loading />
          ) : (
            <article lang={data.language === 'und' ? undefined : data.language}>
              <MinutesPaper
                recording={recording}
                blocks={data.blocks}
                moments={moments}
                changes={changes}
                added={added}
                onWritten={() => setAdded(null)}
              />
            </article>
          )}
          <AddMoment recording={recording} changes={changes} choice={choice} onAdded={setAdded} />
        </main>
        <aside
          className={styles.side}
          aria-label={say('minutes.page.in')}
          {...(isSideOpen ? { 'data-open': true } : {})}
        >
          <MinutesSide
            recording={recording}
            language={data?.language ?? 'und'}
            choice={choice}
            soundBytes={data?.sound?.bytes}
            onChoose={setChoice}
          />
        </aside>
      </div>
    </PrintedPage>
  )
}

function Heading({ title }: { readonly title: string }) {
  const say = useSay()
  return <h1>{say('minutes.page.title', { title })}</h1>
}
