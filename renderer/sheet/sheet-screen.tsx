import { NetworkPanel } from '../network/network-panel.tsx'
import { PrintedPage, printedClass } from './printed-page.tsx'
import { ToRecordings } from '../ui/to-recordings.tsx'
import { offerJobDialog } from '../library/imports/import-store.ts'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { useRecording } from '../rpc/recording-queries.ts'
import { useSheet } from '../rpc/transcript-queries.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice, ErrorPage } from '../ui/error-notice.tsx'
import { classNames } from '../ui/class-names.ts'
import { Loading } from '../ui/loading.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useSay } from '../ui/words.tsx'
import { SheetActions } from './sheet-actions.tsx'
import { SheetPaper } from './sheet-paper.tsx'
import styles from './sheet.module.css'

const paperClass = classNames(styles.paper, printedClass)

/** How the transcript of a recording was made, and at what cost, as printed. */
export function SheetScreen({ recordingId }: { readonly recordingId: string }) {
  const say = useSay()
  const { data: recording, error } = useRecording(recordingId)
  usePageTitle(say('sheet.page.title', { title: recording?.title ?? '' }))
  if (recording?.transcript != null)
    return <TranscriptSheet recording={recording} transcriptId={recording.transcript.id} />
  return (
    <PrintedPage recordingId={recordingId} heading={<Heading title={recording?.title ?? ''} />}>
      <main id="content" tabIndex={-1} className={paperClass}>
        {recording !== undefined ? (
          <EmptyState
            title={say('sheet.page.no-text')}
            action={
              <Button variant="main" onPress={() => offerJobDialog([recordingId])}>
                {say('library.transcribe')}
              </Button>
            }
          >
            {say('sheet.page.no-text.more')}
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

function TranscriptSheet({
  recording,
  transcriptId,
}: {
  readonly recording: OpenRecording
  readonly transcriptId: string
}) {
  const say = useSay()
  const { data, error } = useSheet(transcriptId)
  return (
    <PrintedPage
      recordingId={recording.id}
      heading={<Heading title={recording.title} />}
      actions={data !== undefined && <SheetActions sheet={data} />}
    >
      <div className={styles.work}>
        <main id="content" tabIndex={-1} className={paperClass} aria-label={say('sheet.page')}>
          {error && <ErrorNotice error={error} />}
          {data === undefined ? error === null && <Loading /> : <SheetPaper sheet={data} />}
        </main>
        <NetworkPanel recordingId={recording.id} />
      </div>
    </PrintedPage>
  )
}

function Heading({ title }: { readonly title: string }) {
  const say = useSay()
  return (
    <>
      <p>{title}</p>
      <p className={styles.meta}>{say('sheet.page')}</p>
    </>
  )
}
