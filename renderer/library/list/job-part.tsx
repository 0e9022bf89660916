import type { ReactNode } from 'react'
import type { JobCard } from '#contracts/calls/jobs'
import type { RecordingCard } from '#contracts/calls/recordings'
import { IconButton } from '../../ui/icon-button.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './recording-row.module.css'
import { JobTrack } from '../job-dialog/job-track.tsx'
import { useJobCalls } from '../../jobs/use-job-calls.ts'

export interface JobPartProps {
  readonly card: RecordingCard
  readonly job: JobCard
  /** Share of the whole job that is done; the speaker track is drawn this far. */
  readonly share: number
  readonly title: string
  readonly meta: string
  /** The action offered besides Cancel. */
  readonly action: ReactNode
}

/** A recording with a job: its speaker track so far, the state of the job, and the actions. */
export function JobPart({ card, job, share, title, meta, action }: JobPartProps) {
  const say = useSay()
  const { cancel } = useJobCalls()
  return (
    <div className={styles.wide}>
      <div className={styles.grow}>
        <JobTrack card={card} share={share} />
      </div>
      <output className={styles.stage}>
        <b>{title}</b>
        <span className={styles.meta}>{meta}</span>
      </output>
      <span className={styles.above}>{action}</span>
      <span className={styles.above}>
        <IconButton icon="x" label={say('library.cancel-job')} onPress={() => cancel(job.id)} />
      </span>
    </div>
  )
}
