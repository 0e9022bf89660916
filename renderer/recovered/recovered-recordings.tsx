import { formatDate } from '#core/notation/dates'
import { useState } from 'react'
import type { RecoveredCard } from '#contracts/calls/recorder'
import { useCall } from '../rpc/use-call.ts'
import { useRecoveredRecordings } from '../rpc/recorder-queries.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { dayInText } from '../ui/format-date.ts'
import { formatDuration } from '../ui/format-duration.ts'
import { localeOf, useLanguage, useSay } from '../ui/words.tsx'
import { PlayLast } from './play-last.tsx'
import styles from './recovered.module.css'

/** Interrupted recordings that were recovered: asks about each, above the list that already contains it. */
export function RecoveredRecordings({ nowMs }: { readonly nowMs: number }) {
  const { data: cards, refetch } = useRecoveredRecordings()
  return cards?.map((card, index) => (
    <Recovered
      key={card.recordingId}
      card={card}
      nowMs={nowMs}
      isFirst={index === 0}
      onAnswered={() => void refetch()}
    />
  ))
}

interface RecoveredProps {
  readonly card: RecoveredCard
  readonly nowMs: number
  readonly isFirst: boolean
  readonly onAnswered: () => void
}

function Recovered({ card, nowMs, isFirst, onAnswered }: RecoveredProps) {
  const say = useSay()
  const language = useLanguage()
  const { recordingId, title, startedAtMs, endedAtMs, durationMs } = card
  const [isAsking, setAsking] = useState(false)
  const keep = useCall('recorder.keep')
  const later = useCall('recorder.later')
  const discard = useCall('recorder.discard')
  const answer = ({ mutate }: typeof keep): void =>
    mutate({ recordingId }, { onSuccess: onAnswered, onError: (error) => toastError(error, language) })
  const time = (atMs: number): string => formatDate(atMs, localeOf(language), { timeStyle: 'short' })
  const length = formatDuration(durationMs)
  const heading = say('rec.recovered', { length })
  return (
    <section className={styles.found} aria-label={heading}>
      <div role="status">
        <h2>{heading}</h2>
        <p className={styles.more}>
          {say('rec.recovered.more', {
            title,
            day: dayInText(startedAtMs, nowMs, language),
            from: time(startedAtMs),
            to: time(endedAtMs),
          })}
        </p>
      </div>
      <div className={styles.actions}>
        <PlayLast recordingId={recordingId} />
        <Button onPress={() => setAsking(true)}>{say('rec.recovered.discard')}</Button>
        <Button onPress={() => answer(later)}>{say('rec.recovered.later')}</Button>
        <Button variant="line" takesFocus={isFirst} onPress={() => answer(keep)}>
          {say('rec.recovered.keep')}
        </Button>
      </div>
      <ConfirmDialog
        open={isAsking}
        title={say('rec.discard.title', { length })}
        action={say('rec.discard.go')}
        variant="forever"
        onAction={() => answer(discard)}
        close={say('rec.recovered.keep')}
        onClose={() => setAsking(false)}
      >
        <p>{say('rec.discard.text')}</p>
      </ConfirmDialog>
    </section>
  )
}
