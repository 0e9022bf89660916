import { useState } from 'react'
import type { RecordingCard } from '#contracts/calls/recordings'
import { useCall } from '../../rpc/use-call.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogSpacer } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSay } from '../../ui/words.tsx'

export interface RenameDialogProps {
  readonly card: Pick<RecordingCard, 'id' | 'title'>
  readonly onClose: () => void
}

export function RenameDialog({ card, onClose }: RenameDialogProps) {
  const say = useSay()
  const rename = useCall('recordings.rename')
  const [title, setTitle] = useState(card.title)
  const empty = title.trim() === ''
  const save = (): void => {
    if (!empty)
      rename.mutate({ recordingId: card.id, title: title.trim().slice(0, 300) }, { onSuccess: onClose })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('library.rename.title')}
      foot={
        <>
          <DialogSpacer />
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button variant="main" disabled={empty || rename.isPending} onPress={save}>
            {say('library.rename.do')}
          </Button>
        </>
      }
    >
      <TextField
        label={say('library.rename.label')}
        showLabel
        value={title}
        onChange={setTitle}
        onEnter={save}
        takesFocus
        spellCheck
        error={empty ? say('library.rename.empty') : null}
      />
      {rename.error && <ErrorNotice error={rename.error} />}
    </Dialog>
  )
}
