import type { RememberedVoice } from '#contracts/calls/voices'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useSay } from '../ui/words.tsx'
import { useForget } from './use-forget.ts'

/** One voice, or all, with their number. */
export type Forgotten = { readonly voice: RememberedVoice } | { readonly count: number }

/** Asks for confirmation before one or all voices are forgotten permanently. */
export function ForgetDialog({
  forgotten,
  onClose,
}: {
  readonly forgotten: Forgotten
  readonly onClose: () => void
}) {
  const say = useSay()
  const forget = useForget(onClose)
  const isOne = 'voice' in forgotten
  return (
    <ConfirmDialog
      title={
        isOne
          ? say('remembered-voices.forget.title', { name: forgotten.voice.name })
          : say('remembered-voices.forget.all.title', { count: forgotten.count })
      }
      action={say(isOne ? 'remembered-voices.forget' : 'remembered-voices.forget.all.do')}
      variant="forever"
      disabled={forget.isPending}
      onAction={() => (isOne ? forget.voice(forgotten.voice) : forget.all())}
      onClose={onClose}
    >
      <p>{say('remembered-voices.forget.text')}</p>
    </ConfirmDialog>
  )
}
