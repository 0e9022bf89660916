import type { ReactNode } from 'react'
import type { JobCard } from '#contracts/calls/jobs'
import type { RecordingCard } from '#contracts/calls/recordings'
import type { WireError } from '#contracts/errors'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { CopyDetails } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useSay } from '../../ui/words.tsx'
import { useAddRecordings } from '../imports/use-add-recordings.ts'
import { useLocate } from '../imports/use-locate.ts'
import styles from './recording-row.module.css'
import type { FailureAction } from './row-state.ts'
import { useJobCalls } from '../../jobs/use-job-calls.ts'

interface FailedPartProps {
  readonly card: RecordingCard
  readonly job: JobCard
  readonly error: WireError
  readonly way: FailureAction
  /** The row's menu. */
  readonly children: ReactNode
}

/** The reason in one sentence, and a button for the possible action. */
export function FailedPart({ card, job, error, way, children }: FailedPartProps) {
  const say = useSay()
  const { retry } = useJobCalls()
  const { pick } = useAddRecordings()
  const locate = useLocate()
  const ways = {
    retry: { label: say('shell.try-again'), run: () => retry(job.id) },
    'other-file': { label: say('library.choose-other'), run: pick },
    locate: { label: say('library.locate'), run: () => locate(card.id) },
  } as const
  return (
    <Trouble message={error.message} more={error.remedy} way={ways[way]} error={error}>
      {children}
    </Trouble>
  )
}

export function MissingPart({
  card,
  children,
}: {
  readonly card: RecordingCard
  readonly children: ReactNode
}) {
  const say = useSay()
  const locate = useLocate()
  const cause = card.bytes === 0 ? 'library.never-here' : 'library.missing'
  return (
    <Trouble
      message={say(cause)}
      more={say(`${cause}.more`, { file: card.fileName })}
      way={{ label: say('library.locate'), run: () => locate(card.id) }}
    >
      {children}
    </Trouble>
  )
}

interface TroubleProps {
  readonly message: string
  readonly more: string | undefined
  readonly way: { readonly label: string; readonly run: () => void }
  readonly error?: WireError
  readonly children: ReactNode
}

function Trouble({ message, more, way, error, children }: TroubleProps) {
  return (
    <div className={styles.wide}>
      <div className={styles.grow}>
        <b className={styles.trouble} title={message}>
          <Icon name="warn" small />
          <span>{message}</span>
        </b>
        {more !== undefined && (
          <p className={classNames(styles.meta, styles.more)} title={more}>
            {more}
          </p>
        )}
      </div>
      <span className={classNames(styles.above, styles.ways)}>
        {error && <CopyDetails error={error} />}
        <Button variant="line" size="small" onPress={way.run}>
          {way.label}
        </Button>
      </span>
      {children}
    </div>
  )
}
