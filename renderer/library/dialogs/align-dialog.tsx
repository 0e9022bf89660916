import { useMutation } from '@tanstack/react-query'
import type { RecordingCard } from '#contracts/calls/recordings'
import { useHost } from '../../rpc/studio-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogSpacer } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSay } from '../../ui/words.tsx'

export interface AlignDialogProps {
  readonly card: Pick<RecordingCard, 'id' | 'title' | 'transcript'>
  readonly onClose: () => void
}

/** Says what becomes of a text that is aligned with a recording, and lets the person choose its file. */
export function AlignDialog({ card, onClose }: AlignDialogProps) {
  const say = useSay()
  const host = useHost()
  const align = useMutation({
    mutationFn: async () => {
      const [file] = await host.pickFiles({ several: false })
      if (file === undefined) return
      await host.alignText(card.id, file)
      toast.show({ text: say('library.aligning'), tone: 'done' })
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('library.align.title')}
      foot={
        <>
          <DialogSpacer />
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button variant="main" takesFocus disabled={align.isPending} onPress={() => align.mutate()}>
            {say('library.align.choose')}
          </Button>
        </>
      }
    >
      <p>{say('library.align.what', { title: card.title })}</p>
      <p>{say(card.transcript === null ? 'library.align.first' : 'library.align.then')}</p>
      {align.error && <ErrorNotice error={align.error} />}
    </Dialog>
  )
}
