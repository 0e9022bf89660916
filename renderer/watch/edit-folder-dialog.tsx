import { useState } from 'react'
import type { WatchedFolderCard, WatchOptions } from '#contracts/calls/watch'
import { useCall } from '../rpc/queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { useSay } from '../ui/words.tsx'
import { FolderOptions } from './folder-options.tsx'
import styles from './watch.module.css'

export interface EditFolderDialogProps {
  readonly folder: WatchedFolderCard
  readonly onClose: () => void
}

export function EditFolderDialog({ folder, onClose }: EditFolderDialogProps) {
  const say = useSay()
  const change = useCall('watch.change')
  const { language, speakers, formats, withSubfolders, isOn } = folder
  const [options, setOptions] = useState<WatchOptions>({ language, speakers, formats, withSubfolders, isOn })
  const save = (): void => {
    const { isOn: _isOn, ...changed } = options
    change.mutate({ folderId: folder.id, options: changed }, { onSuccess: onClose })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('watch.edit.title')}
      width="520px"
      foot={
        <>
          <DialogSpacer />
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button
            variant="main"
            takesFocus
            disabled={change.isPending || options.formats.length === 0}
            onPress={save}
          >
            {say('watch.save')}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <p className={styles.path}>{folder.path}</p>
        <FolderOptions options={options} onChange={setOptions} />
        {change.error && <ErrorNotice error={change.error} />}
      </div>
    </Dialog>
  )
}
