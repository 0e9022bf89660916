import { useState } from 'react'
import { dayWords } from '#core/notation/dates'
import { useDeletion } from '../../rpc/recording-queries.ts'
import { DeletionDay, useDeletionDay } from '../../sound-deletion/deletion-day.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { localeOf, useLanguage, useSay } from '../../ui/words.tsx'
import { DeletionSummary } from './deletion-summary.tsx'
import { useRecordingDeletion } from './use-recording-deletion.ts'
import styles from './delete-dialog.module.css'

export interface DeleteDialogProps {
  readonly card: { readonly id: string; readonly title: string }
  readonly onClose: () => void
  readonly onDeleted?: () => void
}

/** Lists what will be deleted, and asks whether now or on a set day. */
export function DeleteDialog({ card, onClose, onDeleted }: DeleteDialogProps) {
  const { data: deletion, error: factsError } = useDeletion(card.id)
  const say = useSay()
  const locale = localeOf(useLanguage())
  const dueOn = deletion?.dueOn ?? null
  const choice = useDeletionDay(dueOn)
  const { when, day, isDay, setTried } = choice
  const [keepBackups, setKeepBackups] = useState(false)
  const originalStays = deletion?.originalStays === true
  const parts = { card, dueOn, originalStays, onClose, onDeleted }
  const { deleteNow, plan, error, isPending } = useRecordingDeletion(parts)
  const run = (): void => {
    setTried(true)
    if (when === 'now') deleteNow(keepBackups)
    else if (isDay) plan(day)
  }
  const label =
    when === 'now'
      ? say('library.delete.do')
      : say('sound-deletion.do-on', { day: isDay ? dayWords(day, locale) : '…' })
  return (
    <ConfirmDialog
      title={say('library.delete.title', { title: card.title })}
      action={label}
      variant="forever"
      disabled={deletion === undefined || isPending}
      onAction={run}
      onClose={onClose}
      beside={
        dueOn !== null && (
          <Button disabled={isPending} onPress={() => plan(null)}>
            {say('deletion.keep')}
          </Button>
        )
      }
    >
      {deletion === undefined ? (
        factsError === null && <Loading />
      ) : (
        <DeletionSummary deletions={[deletion]} />
      )}
      {deletion !== undefined && (
        <>
          <DeletionDay {...choice} />
          {when === 'day' && <p className={styles.hint}>{say('deletion.until-then')}</p>}
          {when === 'now' && deletion.backups > 0 && (
            <Checkbox checked={!keepBackups} onChange={(goes) => setKeepBackups(!goes)}>
              {say('library.delete.backups', { count: deletion.backups })}
            </Checkbox>
          )}
        </>
      )}
      {(factsError ?? error) && <ErrorNotice error={factsError ?? error} />}
    </ConfirmDialog>
  )
}
