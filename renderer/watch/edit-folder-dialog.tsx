import { useState } from 'react'
import type { WatchedFolderCard, WatchOptions } from '#contracts/calls/watch'
import { useCall } from '../rpc/use-call.ts'
import { useSay } from '../ui/words.tsx'
import { FolderDialog } from './folder-dialog.tsx'

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
    <FolderDialog
      title={say('watch.edit.title')}
      path={folder.path}
      options={options}
      onChange={setOptions}
      action={say('watch.save')}
      disabled={change.isPending}
      onAction={save}
      onClose={onClose}
      error={change.error}
    />
  )
}
