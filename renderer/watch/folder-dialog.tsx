import type { ReactNode } from 'react'
import type { WatchOptions } from '#contracts/calls/watch'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { useSay } from '../ui/words.tsx'
import { FolderOptions } from './folder-options.tsx'
import styles from './watch.module.css'

export interface FolderDialogProps {
  readonly title: string
  readonly path: string
  readonly options: WatchOptions
  readonly onChange: (options: WatchOptions) => void
  readonly action: string
  /** The action is not possible yet, or is already running. */
  readonly disabled: boolean
  readonly onAction: () => void
  readonly onClose: () => void
  readonly error: Error | null
  /** Below the options. */
  readonly children?: ReactNode
}

/** How a folder is watched, when it is added and later. */
export function FolderDialog(props: FolderDialogProps) {
  const { title, path, options, onChange, action, disabled, onAction, onClose, error, children } = props
  const say = useSay()
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      width="520px"
      foot={
        <>
          <DialogSpacer />
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button
            variant="main"
            takesFocus
            disabled={disabled || options.formats.length === 0}
            onPress={onAction}
          >
            {action}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <p className={styles.path}>{path}</p>
        <FolderOptions options={options} onChange={onChange} />
        {children}
        {error && <ErrorNotice error={error} />}
      </div>
    </Dialog>
  )
}
