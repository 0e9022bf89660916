import { useState } from 'react'
import type { CallOutput } from '#contracts/calls/calls'
import { useCall, useDeletion } from '../rpc/queries.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { Loading } from '../ui/loading.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './delete-dialog.module.css'

export interface DeleteDialogProps {
  readonly card: { readonly id: string; readonly title: string }
  readonly onClose: () => void
  readonly onDeleted?: () => void
}

/** Lists what will be deleted and asks for confirmation. */
export function DeleteDialog({ card, onClose, onDeleted }: DeleteDialogProps) {
  const say = useSay()
  const deletion = useDeletion(card.id)
  const remove = useCall('recordings.delete')
  const [keepBackups, setKeepBackups] = useState(false)
  const run = (): void => {
    remove.mutate(
      { recordingId: card.id, keepBackups },
      {
        onSuccess: ({ isErased }) => {
          onClose()
          toast.show({
            text: say('library.deleted', { title: card.title }),
            ...remedyOf(say, isErased, deletion.data?.originalStays === true),
          })
          onDeleted?.()
        },
      },
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      role="alertdialog"
      title={say('library.delete.title', { title: card.title })}
      foot={
        <>
          <DialogSpacer />
          <Button variant="line" takesFocus onPress={onClose}>
            {say('shell.cancel')}
          </Button>
          <Button className={styles.do} disabled={!deletion.data || remove.isPending} onPress={run}>
            {say('library.delete.do')}
          </Button>
        </>
      }
    >
      {deletion.data ? (
        <>
          <Goes deletion={deletion.data} />
          {deletion.data.backups > 0 && (
            <Checkbox checked={!keepBackups} onChange={(goes) => setKeepBackups(!goes)}>
              {say('library.delete.backups', { count: deletion.data.backups })}
            </Checkbox>
          )}
        </>
      ) : deletion.error ? null : (
        <Loading />
      )}
      {(deletion.error ?? remove.error) && <ErrorNotice error={deletion.error ?? remove.error} />}
    </Dialog>
  )
}

type Say = ReturnType<typeof useSay>

function remedyOf(say: Say, isErased: boolean, originalStays: boolean): { readonly remedy?: string } {
  const remedies = [
    ...(originalStays ? [say('library.deleted.stays')] : []),
    ...(isErased ? [] : [say('library.deleted.later')]),
  ]
  return remedies.length === 0 ? {} : { remedy: remedies.join(' ') }
}

function Goes({ deletion }: { readonly deletion: CallOutput<'recordings.deletion'> }) {
  const say = useSay()
  const language = useLanguage()
  const { transcripts, corrections, cachedBytes, originalGoes, originalStays } = deletion
  return (
    <>
      <p>{say('library.delete.goes')}</p>
      <ul className={styles.goes}>
        <li>{say('library.delete.transcripts', { count: transcripts })}</li>
        {corrections > 0 && <li>{say('library.delete.corrections', { count: corrections })}</li>}
        {cachedBytes > 0 && (
          <li>{say('library.delete.cached', { size: formatBytes(cachedBytes, language) })}</li>
        )}
        {originalGoes && <li>{say('library.delete.original')}</li>}
        <li>{say('library.delete.stored')}</li>
      </ul>
      {originalStays && <p className={styles.stays}>{say('library.delete.stays')}</p>}
    </>
  )
}
