import type { JobCard } from '#contracts/calls/jobs'
import type { RecordingCard } from '#contracts/calls/recordings'
import { IconButton } from '../../ui/icon-button.tsx'
import { useSay } from '../../ui/words.tsx'
import { progressWords, stageWords } from '../../jobs/job-words.ts'
import { JobPart } from './job-part.tsx'
import { useJobCalls } from '../../jobs/use-job-calls.ts'

/** A recording being transcribed: its speaker track so far, the stage, the time left. */
export function RunningPart({ card, job }: { readonly card: RecordingCard; readonly job: JobCard }) {
  const say = useSay()
  const { pause, resume } = useJobCalls()
  return (
    <JobPart
      card={card}
      job={job}
      share={job.wholeFraction ?? 0}
      title={stageWords(job, say)}
      meta={progressWords(job, card.durationMs, say)}
      action={
        job.state === 'paused' ? (
          <IconButton icon="play" label={say('library.resume')} onPress={() => resume(job.id)} />
        ) : (
          <IconButton icon="pause" label={say('library.pause')} onPress={() => pause(job.id)} />
        )
      }
    />
  )
}
