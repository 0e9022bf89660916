import type { JobCard } from '#contracts/calls/jobs'
import type { RecordingCard } from '#contracts/calls/recordings'
import { IconButton } from '../../ui/icon-button.tsx'
import { useSay } from '../../ui/words.tsx'
import { JobPart } from './job-part.tsx'
import { wholePercent } from '../../jobs/job-words.ts'
import { useJobCalls } from '../../jobs/use-job-calls.ts'

/** A recording whose job is waiting for disk space: its progress, and that nothing is lost. */
export function WaitingPart({ card, job }: { readonly card: RecordingCard; readonly job: JobCard }) {
  const say = useSay()
  const { retry } = useJobCalls()
  const share = wholePercent(job.wholeFraction ?? 0)
  return (
    <JobPart
      card={card}
      job={job}
      share={share}
      title={say('stage.space')}
      meta={share === 0 ? say('library.space.nothing-lost') : say('library.space.nothing-lost-at', { share })}
      action={<IconButton icon="retry" label={say('shell.try-again')} onPress={() => retry(job.id)} />}
    />
  )
}
