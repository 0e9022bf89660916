import type { JobCard } from '#contracts/calls/jobs'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { MediaNotices, KeptMedia } from '../exports/media-notices.tsx'
import { DiskSpaceBanner } from '../library/disk-space-banner.tsx'
import { isWaitingForSpace } from '../library/list/row-state.ts'
import { progressWords, stageWords } from '../jobs/job-words.ts'
import { useJobCalls } from '../jobs/use-job-calls.ts'
import { useJobs } from '../rpc/program-queries.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './recording.module.css'

/** The newest unfinished job of a recording, as up to date as possible. */
export function useJobOf(recording: OpenRecording): JobCard | null {
  const jobs = useJobs().data
  const fresh = jobs?.find(({ id }) => id === recording.job?.id)
  const job = fresh ?? recording.job
  return job === null || job.state === 'done' ? null : job
}

/** Shown above the text: what is being written or is waiting, for the text and for videos. */
export function JobNotice({ recording }: { readonly recording: OpenRecording }) {
  return (
    <>
      <TextJobNotice recording={recording} />
      <MediaNotices recordingId={recording.id} />
      <KeptMedia recordingId={recording.id} />
    </>
  )
}

/** The current stage of the job that writes the text, or its error. */
function TextJobNotice({ recording }: { readonly recording: OpenRecording }) {
  const say = useSay()
  const job = useJobOf(recording)
  const { pause, resume, cancel, retry } = useJobCalls()
  if (job === null) return null
  if (isWaitingForSpace(job)) return <DiskSpaceBanner className={styles.banner} jobs={[job]} />
  if (job.error !== null) {
    return (
      <Trouble
        form="strip"
        what={job.error.message}
        why={job.error.remedy}
        error={job.error}
        way={
          <Button
            variant="line"
            size="small"
            onPress={() => (job.state === 'paused' ? resume(job.id) : retry(job.id))}
          >
            {say('shell.try-again')}
          </Button>
        }
      />
    )
  }
  if (job.state === 'cancelled' || job.state === 'failed') {
    return (
      <div className={styles.strip}>
        <span className={styles.grow}>{say('editor.stopped')}</span>
        <Button size="small" icon="retry" onPress={() => retry(job.id)}>
          {say('editor.go-on')}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.strip}>
      <output className={styles.grow}>
        <b>{stageWords(job, say)}</b>{' '}
        <span className={styles.dim}>{progressWords(job, recording.durationMs, say)}</span>
      </output>
      {job.state === 'paused' ? (
        <Button size="small" icon="play" onPress={() => resume(job.id)}>
          {say('editor.go-on')}
        </Button>
      ) : (
        <Button size="small" icon="pause" onPress={() => pause(job.id)}>
          {say('editor.pause-job')}
        </Button>
      )}
      <Button size="small" onPress={() => cancel(job.id)}>
        {say('editor.cancel-job')}
      </Button>
    </div>
  )
}
