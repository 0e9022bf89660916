import type { JobCard } from '#contracts/calls/jobs'
import type { RecordingCard } from '#contracts/calls/recordings'
import { IconButton } from '../ui/icon-button.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './recording-row.module.css'
import { SewnThread } from './sewn-thread.tsx'
import { useJobCalls } from './use-job-calls.ts'

/** A recording whose work waits for room on the disk: as far as it is sewn, and that nothing is lost. */
export function WaitingPart({ card, job }: { readonly card: RecordingCard; readonly job: JobCard }) {
  const say = useSay()
  const { retry, cancel } = useJobCalls()
  const share = Math.floor((job.wholeFraction ?? 0) * 100) / 100
  return (
    <div className={styles.wide}>
      <div className={styles.grow}>
        <SewnThread card={card} share={share} />
      </div>
      <output className={styles.stage}>
        <b>{say('stage.room')}</b>
        <span className={styles.meta}>
          {share === 0 ? say('library.room.nothing-lost') : say('library.room.nothing-lost-at', { share })}
        </span>
      </output>
      <span className={styles.above}>
        <IconButton icon="retry" label={say('shell.try-again')} onPress={() => retry(job.id)} />
      </span>
      <span className={styles.above}>
        <IconButton icon="x" label={say('library.cancel-job')} onPress={() => cancel(job.id)} />
      </span>
    </div>
  )
}
