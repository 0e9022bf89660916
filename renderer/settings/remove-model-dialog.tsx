import type { ModelCard } from '#contracts/calls/models'
import { useCall } from '../rpc/queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'

export interface RemoveModelDialogProps {
  readonly model: Pick<ModelCard, 'id' | 'name'>
  readonly onClose: () => void
}

export function RemoveModelDialog({ model, onClose }: RemoveModelDialogProps) {
  const say = useSay()
  const language = useLanguage()
  const remove = useCall('models.remove')
  const run = (): void =>
    remove.mutate(
      { id: model.id },
      {
        onSuccess: () => {
          onClose()
          toast.show({ text: say('models.removed-now', { name: model.name }) })
        },
        onError: (error) => toastError(error, language),
      },
    )
  return (
    <Dialog
      open
      onClose={onClose}
      role="alertdialog"
      title={say('models.remove.title', { name: model.name })}
      foot={
        <>
          <DialogSpacer />
          <Button variant="line" takesFocus onPress={onClose}>
            {say('shell.cancel')}
          </Button>
          <Button variant="danger" disabled={remove.isPending} onPress={run}>
            {say('models.remove')}
          </Button>
        </>
      }
    >
      <p>{say('models.remove.text')}</p>
    </Dialog>
  )
}
