import type { CallOutput } from '#contracts/calls/calls'
import type { RecordingCard } from '#contracts/calls/recordings'
import { useCall } from '../rpc/queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
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

/** For a person's own file, which is never deleted: only what Parolo made of it. */
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
          toast.show({ text: say('room.prepared.deleted', { size }) })
        },
      },
    )
  return (
    <Dialog
      open
      onClose={onClose}
      role="alertdialog"
      title={say('sound-deletion.own.title', { title: card.title })}
      foot={
        <>
          <DialogSpacer />
          <Button variant="line" takesFocus onPress={onClose}>
            {say('shell.close')}
          </Button>
          {facts.preparedBytes > 0 && (
            <Button variant="danger" disabled={remove.isPending} onPress={run}>
              {say('room.prepared.delete')}
            </Button>
          )}
        </>
      }
    >
      <p>{say('sound-deletion.own', { file: card.fileName })}</p>
      <p className={styles.hint}>
        {facts.preparedBytes > 0
          ? say('sound-deletion.own.prepared', { size })
          : say('sound-deletion.own.none')}
      </p>
      {remove.error && <ErrorNotice error={remove.error} />}
    </Dialog>
  )
}
