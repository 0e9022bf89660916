import { useState } from 'react'
import type { CallOutput } from '#contracts/calls/calls'
import { useDeletions } from '../../rpc/recording-queries.ts'
import { useStudio } from '../../rpc/studio-context.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSay } from '../../ui/words.tsx'
import { DeletionSummary } from './deletion-summary.tsx'

export interface DeleteSelectedDialogProps {
  readonly recordingIds: readonly string[]
  readonly onClose: () => void
}

/** Lists what the deletion of several recordings removes, and deletes them one after the other. */
export function DeleteSelectedDialog({ recordingIds, onClose }: DeleteSelectedDialogProps) {
  const say = useSay()
  const studio = useStudio()
  const { data, error: factsError } = useDeletions(recordingIds)
  const [keepBackups, setKeepBackups] = useState(false)
  const [isDeleting, setDeleting] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [deleted, setDeleted] = useState<ReadonlySet<string>>(new Set())
  const remaining = recordingIds.filter((id) => !deleted.has(id))
  const backups = Math.max(0, ...(data ?? []).map((one) => one.backups))
  const run = async (): Promise<void> => {
    setDeleting(true)
    setError(null)
    const done: CallOutput<'recordings.delete'>[] = []
    try {
      for (const recordingId of remaining) {
        done.push(await studio.call('recordings.delete', { recordingId, keepBackups }))
        setDeleted((known) => new Set([...known, recordingId]))
      }
      onClose()
    } catch (reason) {
      setError(reason)
    } finally {
      setDeleting(false)
    }
    if (done.length === 0) return
    const remedies = [
      ...((data ?? []).some(({ originalStays }) => originalStays) ? [say('library.deleted.stays')] : []),
      ...(done.every(({ isErased }) => isErased) ? [] : [say('library.deleted.later')]),
    ]
    toast.show({
      text: say('library.deleted.several', { count: done.length }),
      ...(remedies.length === 0 ? {} : { remedy: remedies.join(' ') }),
    })
  }
  return (
    <ConfirmDialog
      title={say('library.delete.several.title', { count: remaining.length })}
      action={say('library.delete.do')}
      variant="forever"
      disabled={data === undefined || isDeleting}
      onAction={() => void run()}
      onClose={onClose}
    >
      {data === undefined ? factsError === null && <Loading /> : <DeletionSummary deletions={data} />}
      {backups > 0 && (
        <Checkbox checked={!keepBackups} onChange={(goes) => setKeepBackups(!goes)}>
          {say('library.delete.backups', { count: backups })}
        </Checkbox>
      )}
      {data === undefined && factsError !== null && <ErrorNotice error={factsError} />}
      {error !== null && <ErrorNotice error={error} />}
    </ConfirmDialog>
  )
}
