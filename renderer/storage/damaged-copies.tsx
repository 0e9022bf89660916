import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DamagedCopy } from '#contracts/calls/room'
import { dayWords } from '#core/notation/dates'
import { queryKeys } from '../rpc/query-keys.ts'
import { useCall } from '../rpc/use-call.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { toast } from '../ui/toast.tsx'
import { localeOf, useLanguage, useSay } from '../ui/words.tsx'
import styles from './storage.module.css'

/** Rows of stored damaged libraries: each may contain deleted data, and is deleted separately. */
export function DamagedCopies({ copies }: { readonly copies: readonly DamagedCopy[] }) {
  const say = useSay()
  const language = useLanguage()
  const [asked, setAsked] = useState<DamagedCopy | null>(null)
  return (
    <>
      {copies.map((copy) => {
        const day = dayWords(copy.keptOn, localeOf(language))
        return (
          <div key={copy.name} className={styles.kind}>
            <dt>
              {say('storage.damaged', { day })}
              <p className={styles.meta}>{say('storage.damaged.more', { name: copy.name })}</p>
            </dt>
            <dd>
              <Button
                variant="line"
                size="small"
                aria-label={say('storage.damaged.delete-one', { day })}
                onPress={() => setAsked(copy)}
              >
                {say('storage.damaged.delete')}
              </Button>
              <span className={styles.figure}>{formatBytes(copy.bytes, language)}</span>
            </dd>
          </div>
        )
      })}
      {asked !== null && <DeleteCopy copy={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function DeleteCopy({ copy, onClose }: { readonly copy: DamagedCopy; readonly onClose: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const queries = useQueryClient()
  const deleting = useCall('room.deleteDamagedCopy')
  const day = dayWords(copy.keptOn, localeOf(language))
  const remove = (): void =>
    deleting.mutate(
      { name: copy.name },
      {
        onSuccess: () => {
          onClose()
          toast.show({ text: say('storage.damaged.deleted', { day }) })
        },
        onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.storageOverview }),
      },
    )
  return (
    <ConfirmDialog
      title={say('storage.damaged.title', { day })}
      action={say('storage.damaged.do')}
      variant="forever"
      disabled={deleting.isPending}
      onAction={remove}
      onClose={onClose}
    >
      <p>{say('storage.damaged.about')}</p>
      {deleting.error && <ErrorNotice error={deleting.error} />}
    </ConfirmDialog>
  )
}
