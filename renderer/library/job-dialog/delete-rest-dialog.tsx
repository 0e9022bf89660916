import { formatList } from '#core/notation/numbers'
import type { RecordingCard } from '#contracts/calls/recordings'
import { typedTime } from '#core/sound/parse-time'
import type { TimeSpan } from '#core/transcript/time-span'
import { useCall } from '../../rpc/use-call.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import { toast } from '../../ui/toast.tsx'
import { useRememberedVoices } from '../../remembered-voices/use-remembered-voices.ts'
import { localeOf, useLanguage, useSay } from '../../ui/words.tsx'
import styles from '../dialogs/delete-dialog.module.css'

export interface DeleteRestDialogProps {
  readonly card: Pick<RecordingCard, 'id' | 'title' | 'durationMs'>
  /** The part to keep. */
  readonly part: TimeSpan
  readonly onClose: () => void
}

/** Asks for confirmation before everything outside of a trimmed recording's kept part is deleted. */
export function DeleteRestDialog({ card, part, onClose }: DeleteRestDialogProps) {
  const say = useSay()
  const locale = localeOf(useLanguage())
  const deletion = useCall('recordings.cut')
  const { data: voices = [] } = useRememberedVoices()
  const names = voices
    .filter(({ parts }) => parts.some(({ recordingId }) => recordingId === card.id))
    .map(({ name }) => name)
  const lengthMs = Math.max(0, (card.durationMs ?? part.endMs) - (part.endMs - part.startMs))
  const run = (): void => {
    deletion.mutate(
      { recordingId: card.id },
      {
        onSuccess: () => {
          onClose()
          toast.show({ text: say('trim.rest.done', { title: card.title }) })
        },
      },
    )
  }
  return (
    <ConfirmDialog
      title={say('trim.rest.title', { title: card.title })}
      action={say('trim.rest.do')}
      variant="forever"
      disabled={deletion.isPending}
      onAction={run}
      onClose={onClose}
    >
      <p>
        {say('trim.rest.goes', {
          from: typedTime(part.startMs, locale),
          to: typedTime(part.endMs, locale),
          length: formatDuration(lengthMs),
        })}
      </p>
      {names.length > 0 && (
        <p className={styles.stays}>{say('remembered-voices.rest', { names: formatList(names, locale) })}</p>
      )}
      <p className={styles.stays}>{say('trim.rest.never')}</p>
      <p role="status" className={styles.stays}>
        {deletion.isPending && say('trim.rest.running')}
      </p>
      {deletion.error && <ErrorNotice error={deletion.error} />}
    </ConfirmDialog>
  )
}
