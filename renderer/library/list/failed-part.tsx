import type { ReactNode } from 'react'
import type { JobCard } from '#contracts/calls/jobs'
import type { RecordingCard } from '#contracts/calls/recordings'
import type { WireError } from '#contracts/errors'
import { Button } from '../../ui/button.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { useSay } from '../../ui/words.tsx'
import { useLocate } from '../imports/use-locate.ts'
import styles from './recording-row.module.css'
import type { FailureAction } from './row-state.ts'
import { type FailureWay, useFailureWay } from './use-failure-way.ts'

interface FailedPartProps {
  readonly card: RecordingCard
  readonly job: JobCard
  readonly error: WireError
  readonly way: FailureAction
  /** The row's menu, which copies the details. */
  readonly children: ReactNode
}

/** The reason in one sentence, and a button for the possible action. */
export function FailedPart({ card, job, error, way, children }: FailedPartProps) {
  return (
    <RowTrouble what={error.message} why={error.remedy} way={useFailureWay(card.id, job.id, way)}>
      {children}
    </RowTrouble>
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
    <RowTrouble
      what={say(cause)}
      why={say(`${cause}.more`, { file: card.fileName })}
      way={{ label: say('library.locate'), run: () => locate(card.id) }}
    >
      {children}
    </RowTrouble>
  )
}

interface RowTroubleProps {
  readonly what: string
  readonly why: string | undefined
  readonly way: FailureWay
  readonly children: ReactNode
}

function RowTrouble({ what, why, way, children }: RowTroubleProps) {
  return (
    <div className={styles.wide}>
      <Trouble form="row" announced="none" className={styles.oneLine} what={what} why={why} />
      <span className={styles.above}>
        <Button variant="line" size="small" onPress={way.run}>
          {way.label}
        </Button>
      </span>
      {children}
    </div>
  )
}
