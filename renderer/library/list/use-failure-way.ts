import { useJobCalls } from '../../jobs/use-job-calls.ts'
import { useSay } from '../../ui/words.tsx'
import { useAddRecordings } from '../imports/use-add-recordings.ts'
import { useLocate } from '../imports/use-locate.ts'
import type { FailureAction } from './row-state.ts'

export interface FailureWay {
  readonly label: string
  readonly run: () => void
}

/** What the one button of a failed job does. */
export function useFailureWay(recordingId: string, jobId: string, action: FailureAction): FailureWay {
  const say = useSay()
  const { retry } = useJobCalls()
  const { pick } = useAddRecordings()
  const locate = useLocate()
  switch (action) {
    case 'retry':
      return { label: say('shell.try-again'), run: () => retry(jobId) }
    case 'other-file':
      return { label: say('library.choose-other'), run: pick }
    case 'locate':
      return { label: say('library.locate'), run: () => locate(recordingId) }
  }
}
