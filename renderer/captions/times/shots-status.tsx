import { progressWords, stageWords } from '../../jobs/job-words.ts'
import { useJobCalls } from '../../jobs/use-job-calls.ts'
import { useJobs } from '../../rpc/program-queries.ts'
import { Button } from '../../ui/button.tsx'
import { Tip } from '../../ui/tooltip.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './shots-status.module.css'

/** Progress of the search for shots in a recording's video; if it failed, the error and a retry. */
export function ShotsStatus({ recordingId }: { readonly recordingId: string }) {
  const say = useSay()
  const { retry } = useJobCalls()
  const job = useJobs().data?.find((each) => each.kind === 'shots' && each.recordingId === recordingId)
  if (job === undefined || job.state === 'done' || job.state === 'cancelled') return null
  if (job.state === 'failed') {
    const { message = '', remedy = '' } = job.error ?? {}
    return (
      <Tip text={`${message} ${remedy}`.trim()} placement="top">
        <Button size="small" variant="line" icon="retry" onPress={() => retry(job.id)}>
          {say('captions.shots.again')}
        </Button>
      </Tip>
    )
  }
  return (
    <span className={styles.status}>
      <output>{say('captions.shots.looking')}</output>{' '}
      {job.state === 'running' && job.wholeFraction !== null
        ? progressWords(job, null, say)
        : stageWords(job, say)}
    </span>
  )
}
