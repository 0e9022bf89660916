import type { JobCard } from '#contracts/calls/jobs'
import type { WireError } from '#contracts/errors'
import { offerJobDialog } from '../library/imports/import-store.ts'
import { failureActionOf, isWaitingForSpace } from '../library/list/row-state.ts'
import { useFailureWay } from '../library/list/use-failure-way.ts'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { Button } from '../ui/button.tsx'
import { ErrorPage } from '../ui/error-notice.tsx'
import { MenuItem } from '../ui/menu.tsx'
import { useSay } from '../ui/words.tsx'

export type FailedJob = JobCard & { readonly error: WireError }

/** A job that waits for space resumes by itself and is shown as waiting. */
export const hasFailed = (job: JobCard): job is FailedJob =>
  job.state === 'failed' && job.error !== null && !isWaitingForSpace(job)

/** In place of the text: why there is none, and what helps. */
export function FailedText({
  recording,
  job,
}: {
  readonly recording: Pick<OpenRecording, 'id'>
  readonly job: FailedJob
}) {
  const say = useSay()
  const way = useFailureWay(recording.id, job.id, failureActionOf(job.error.code))
  return (
    <ErrorPage
      error={job.error}
      way={
        <Button variant="main" onPress={way.run}>
          {way.label}
        </Button>
      }
      menu={<MenuItem onChoose={() => offerJobDialog([recording.id])}>{say('library.transcribe')}</MenuItem>}
    />
  )
}
