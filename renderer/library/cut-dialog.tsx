import type { RecordingCard } from '#contracts/calls/recordings'
import { typedTime } from '#core/sound/parse-time'
import type { TimeSpan } from '#core/transcript/time-span'
import { useCall } from '../rpc/queries.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { toast } from '../ui/toast.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './delete-dialog.module.css'

export interface CutDialogProps {
  readonly card: Pick<RecordingCard, 'id' | 'title' | 'durationMs'>
  /** The part that stays. */
  readonly part: TimeSpan
  readonly onClose: () => void
}

/** Asks before everything that a trimmed recording does not keep is deleted. */
export function CutDialog({ card, part, onClose }: CutDialogProps) {
  const say = useSay()
  const cut = useCall('recordings.cut')
  const lengthMs = Math.max(0, (card.durationMs ?? part.endMs) - (part.endMs - part.startMs))
  const run = (): void => {
    cut.mutate(
      { recordingId: card.id },
      {
        onSuccess: () => {
          onClose()
          toast.show({ text: say('trim.cut.done', { title: card.title }) })
        },
      },
    )
  }
  return (
    <ConfirmDialog
      title={say('trim.cut.title', { title: card.title })}
      action={say('trim.cut.do')}
      variant="forever"
      disabled={cut.isPending}
      onAction={run}
      onClose={onClose}
    >
      <p>
        {say('trim.cut.goes', {
          from: typedTime(part.startMs),
          to: typedTime(part.endMs),
          length: formatDuration(lengthMs),
        })}
      </p>
      <p className={styles.stays}>{say('trim.cut.never')}</p>
      <p role="status" className={styles.stays}>
        {cut.isPending && say('trim.cut.running')}
      </p>
      {cut.error && <ErrorNotice error={cut.error} />}
    </ConfirmDialog>
  )
}
