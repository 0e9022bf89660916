import { useMutation } from '@tanstack/react-query'
import { useHost } from '../../rpc/studio-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogSpacer } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { InTerminal } from '../../ui/in-terminal.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './open-library-dialog.module.css'

/** Another library, and what to show in it. */
export interface LibraryToOpen {
  readonly name: string
  readonly folder: string
  readonly isOlder: boolean
  /** Terminal command; null if only a window offers to open it. */
  readonly command: string | null
  readonly recordingId: string | null
  readonly atMs: number | null
}

export interface OpenLibraryDialogProps {
  readonly library: LibraryToOpen
  readonly onClose: () => void
}

/** Opens another library: in the window instead of this one; a page in a browser can only explain how. */
export function OpenLibraryDialog({ library, onClose }: OpenLibraryDialogProps) {
  const say = useSay()
  const host = useHost()
  const { name, folder, isOlder, command, recordingId, atMs } = library
  const opening = useMutation({ mutationFn: () => host.openLibrary({ folder, recordingId, atMs }) })
  const isWindow = host.kind === 'window'
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('libraries.dialog.title', { name })}
      width="560px"
      foot={
        <>
          <DialogSpacer />
          <Button onPress={onClose}>{say(isWindow ? 'shell.cancel' : 'shell.close')}</Button>
          {isWindow && (
            <Button variant="main" disabled={opening.isPending} onPress={() => opening.mutate()}>
              {say('libraries.dialog.do')}
            </Button>
          )}
        </>
      }
    >
      <p>{say(isWindow ? 'libraries.dialog.window' : 'libraries.dialog.browser')}</p>
      {isOlder && <p className={styles.older}>{say('libraries.older')}</p>}
      <dl className={styles.facts}>
        <dt>{say('libraries.dialog.where')}</dt>
        <dd>
          <code>{folder}</code>
        </dd>
      </dl>
      {!isWindow && command !== null && <InTerminal command={command} />}
      {opening.error && <ErrorNotice error={opening.error} />}
    </Dialog>
  )
}
