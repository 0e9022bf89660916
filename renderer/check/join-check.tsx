import { OpinionJob } from '../second-opinion/opinion-job.tsx'
import { useJobs } from '../rpc/program-queries.ts'
import { useSay } from '../ui/words.tsx'
import styles from './check.module.css'

/** The joins of the cut are being recognized again because a person asked for that, or that failed. */
export function JoinCheck({ recordingId }: { readonly recordingId: string }) {
  const say = useSay()
  const jobs = useJobs().data ?? []
  const job = jobs.findLast(
    ({ kind, recordingId: of, state }) =>
      kind === 'join-check' && of === recordingId && state !== 'done' && state !== 'cancelled',
  )
  if (job === undefined) return null
  return (
    <section className={styles.offer} aria-label={say('check.joins')}>
      <b>{say('check.joins')}</b>
      <OpinionJob jobId={job.id} durationMs={null} isMade={false} />
    </section>
  )
}
