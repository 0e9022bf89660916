import type { ModelCard } from '#contracts/calls/models'
import { useCall } from '../rpc/use-call.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
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
    <ConfirmDialog
      title={say('models.remove.title', { name: model.name })}
      action={say('models.remove')}
      disabled={remove.isPending}
      onAction={run}
      onClose={onClose}
    >
      <p>{say('models.remove.text')}</p>
    </ConfirmDialog>
  )
}
