import { useQuery } from '@tanstack/react-query'
import { dayWords } from '#core/notation/dates'
import { useCall } from '../rpc/use-call.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { useLocale, useSay } from '../ui/words.tsx'
import styles from './unknown-file-dialog.module.css'

export interface UnknownFileDialogProps {
  /** Of a model in the catalog. */
  readonly id: string
  readonly name: string
  readonly onClose: () => void
}

/** Asks whether to install a downloaded file that the catalog does not know, and says what that means. */
export function UnknownFileDialog({ id, name, onClose }: UnknownFileDialogProps) {
  const say = useSay()
  const locale = useLocale()
  const studio = useStudio()
  const file = useQuery({
    queryKey: ['unknown-file', id],
    queryFn: ({ signal }) => studio.call('models.unknownFile', { id }, { signal }),
    // Each opening asks about the file that is there then.
    gcTime: 0,
  })
  const install = useCall('models.installUnknownFile')
  const facts = file.data ?? null
  return (
    <ConfirmDialog
      title={say('models.unknown.title', { name })}
      action={facts === null ? null : say('models.unknown.install')}
      disabled={install.isPending}
      onAction={() => {
        if (facts !== null) install.mutate({ id, sha256: facts.sha256 }, { onSuccess: onClose })
      }}
      onClose={onClose}
    >
      {file.isPending && <Loading />}
      {file.error && <ErrorNotice error={file.error} />}
      {file.data === null && <p>{say('models.unknown.gone')}</p>}
      {facts !== null && (
        <>
          <p>{say('models.unknown.text', { name })}</p>
          <p>{say('models.unknown.advice')}</p>
          <dl className={styles.files}>
            <dt>{say('models.unknown.this')}</dt>
            <dd>{say('models.unknown.hash', { sha256: facts.sha256 })}</dd>
            <dt>{say('models.unknown.known')}</dt>
            {facts.known.map(({ sha256, published }) => (
              <dd key={sha256}>
                {published === null
                  ? say('models.unknown.hash', { sha256 })
                  : say('models.unknown.of', { date: dayWords(published, locale), sha256 })}
              </dd>
            ))}
          </dl>
        </>
      )}
      {install.error && <ErrorNotice error={install.error} />}
    </ConfirmDialog>
  )
}
