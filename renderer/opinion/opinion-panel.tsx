import { changeComparing, type Comparing, type EditorStore } from '../editor/editor-store.ts'
import { progressWords, stageWords } from '../jobs/job-words.ts'
import { useJobCalls } from '../jobs/use-job-calls.ts'
import { useJobs } from '../rpc/queries.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Loading } from '../ui/loading.tsx'
import { useSay } from '../ui/words.tsx'
import { DifferenceList } from './difference-list.tsx'
import styles from './opinion.module.css'
import { useOpinions, useSecondText } from './opinion-queries.ts'

export interface OpinionPanelProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly store: EditorStore
  readonly comparing: Comparing
  /** Length of the recording. */
  readonly durationMs: number | null
}

/** A second text beside the transcript: while it is made how far it is, then where it differs. */
export function OpinionPanel({ session, player, store, comparing, durationMs }: OpinionPanelProps) {
  const say = useSay()
  const { text: compared } = comparing
  const cards = useOpinions(session.transcriptId)
  const { text, error } = useSecondText(session.transcriptId, compared)
  const card = compared.kind === 'job' ? cards?.find(({ jobId }) => jobId === compared.jobId) : undefined
  const title =
    compared.kind === 'transcript'
      ? say('opinion.compared', { name: compared.name })
      : card === undefined
        ? say('opinion.title')
        : say('opinion.titled', { model: card.modelName })
  const close = (): void => {
    store.setState({ comparing: null, isDrawerOpen: false })
    store.getState().surface?.focus()
  }
  return (
    <section className={styles.panel} aria-label={say('opinion.title')}>
      <div className={styles.head}>
        <h2 title={title}>{title}</h2>
        <IconButton icon="x" label={say('shell.close')} onPress={close} />
      </div>
      {text !== null && text !== undefined && (
        <>
          <div className={styles.tools}>
            <Button
              size="small"
              variant="line"
              icon={comparing.isSideBySide ? 'pen' : 'list'}
              onPress={() => {
                changeComparing(store, { isSideBySide: !comparing.isSideBySide })
                // As a drawer the panel would cover both texts.
                store.setState({ isDrawerOpen: comparing.isSideBySide })
              }}
            >
              {say(comparing.isSideBySide ? 'opinion.text' : 'opinion.side-by-side')}
            </Button>
          </div>
          <DifferenceList session={session} player={player} store={store} comparing={comparing} text={text} />
        </>
      )}
      {error !== null && <ErrorNotice error={error} />}
      {text === undefined && error === null && <Loading />}
      {text === null && compared.kind === 'job' && (
        <OpinionJob jobId={compared.jobId} durationMs={durationMs} />
      )}
    </section>
  )
}

/** How far the job is that makes a second text, or why it failed. */
function OpinionJob({ jobId, durationMs }: { readonly jobId: string; readonly durationMs: number | null }) {
  const say = useSay()
  const jobs = useJobs().data
  const { pause, resume, cancel, retry } = useJobCalls()
  const job = jobs?.find(({ id }) => id === jobId)
  if (jobs === undefined) return <Loading />
  if (job === undefined) return <p className={styles.none}>{say('opinion.gone')}</p>
  if (job.error !== null) {
    return (
      <Banner
        title={job.error.message}
        actions={
          <Button variant="line" size="small" onPress={() => retry(jobId)}>
            {say('shell.try-again')}
          </Button>
        }
      >
        {job.error.remedy !== undefined && <p>{job.error.remedy}</p>}
      </Banner>
    )
  }
  const isStopped = job.state === 'paused' || job.state === 'cancelled' || job.state === 'failed'
  return (
    <div className={styles.job}>
      <output>
        <b>{stageWords(job, say)}</b>{' '}
        <span className={styles.meta}>{progressWords(job, durationMs, say)}</span>
      </output>
      <div className={styles.acts}>
        {isStopped ? (
          <Button
            size="small"
            variant="line"
            icon="play"
            onPress={() => (job.state === 'paused' ? resume(jobId) : retry(jobId))}
          >
            {say('editor.go-on')}
          </Button>
        ) : (
          <>
            <Button size="small" variant="line" icon="pause" onPress={() => pause(jobId)}>
              {say('editor.pause-job')}
            </Button>
            <Button size="small" onPress={() => cancel(jobId)}>
              {say('editor.cancel-job')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
