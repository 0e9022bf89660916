import { progressWords, stageWords } from '../jobs/job-words.ts'
import { useJobCalls } from '../jobs/use-job-calls.ts'
import { useJobs } from '../rpc/program-queries.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Loading } from '../ui/loading.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './opinion.module.css'

export interface OpinionJobProps {
  readonly jobId: string
  /** Length of the recording. */
  readonly durationMs: number | null
  /** The text exists; without some passages if the job failed. */
  readonly isMade: boolean
}

/** Progress of the job that makes a second text, or why it failed. */
export function OpinionJob({ jobId, durationMs, isMade }: OpinionJobProps) {
  const say = useSay()
  const jobs = useJobs().data
  const { pause, resume, cancel, retry } = useJobCalls()
  const job = jobs?.find(({ id }) => id === jobId)
  if (isMade && job?.error == null) return null
  if (jobs === undefined) return <Loading />
  if (job === undefined) return <p className={styles.none}>{say('opinion.gone')}</p>
  if (job.error !== null) {
    return (
      <Banner
        title={job.error.message}
        error={job.error}
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
