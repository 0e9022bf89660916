import type { CallOutput } from '#contracts/calls/calls'
import type { RecordingCard } from '#contracts/calls/recordings'
import { useCall } from '../rpc/use-call.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './sound-deletion.module.css'

interface OwnFileDialogProps {
  readonly card: Pick<RecordingCard, 'id' | 'title' | 'fileName'>
  readonly facts: CallOutput<'room.sound'>
  readonly onClose: () => void
}

/** For a person's own file, which is never deleted: only what Parolo made from it. */
export function OwnFileDialog({ card, facts, onClose }: OwnFileDialogProps) {
  const say = useSay()
  const language = useLanguage()
  const remove = useCall('room.deletePrepared')
  const size = formatBytes(facts.preparedBytes, language)
  const run = (): void =>
    remove.mutate(
      { recordingId: card.id },
      {
        onSuccess: () => {
          onClose()
          toast.show({ text: say('storage.prepared.deleted', { size }) })
        },
      },
    )
  return (
    <ConfirmDialog
      title={say('sound-deletion.own.title', { title: card.title })}
      action={facts.preparedBytes > 0 ? say('storage.prepared.delete') : null}
      disabled={remove.isPending}
      onAction={run}
      close={say('shell.close')}
      onClose={onClose}
    >
      <p>{say('sound-deletion.own', { file: card.fileName })}</p>
      <p className={styles.hint}>
        {facts.preparedBytes > 0
          ? say('sound-deletion.own.prepared', { size })
          : say('sound-deletion.own.none')}
      </p>
      {remove.error && <ErrorNotice error={remove.error} />}
    </ConfirmDialog>
  )
}
