import type { RecordingCard } from '#contracts/calls/recordings'
import { dayWords } from '#core/notation/dates'
import { useHost } from '../rpc/studio-context.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { localeOf, useLanguage, useSay } from '../ui/words.tsx'

export interface SoundBackDialogProps {
  readonly card: Pick<RecordingCard, 'title' | 'fileName'>
  /** The day on which the sound was deleted. */
  readonly deletedOn: string
  readonly onChoose: () => void
  readonly onClose: () => void
}

/** Asks for confirmation before a sound that a person had deleted is restored from its file. */
export function SoundBackDialog({ card, deletedOn, onChoose, onClose }: SoundBackDialogProps) {
  const say = useSay()
  const host = useHost()
  const day = dayWords(deletedOn, localeOf(useLanguage()))
  return (
    <ConfirmDialog
      title={say('sound-back.title', { title: card.title })}
      action={say('sound-back.choose')}
      onAction={() => {
        onClose()
        onChoose()
      }}
      close={say('sound-back.leave')}
      onClose={onClose}
    >
      <p>{say('sound-back.about', { day, file: card.fileName })}</p>
      {host.kind === 'browser' && <p>{say('sound-back.copy')}</p>}
    </ConfirmDialog>
  )
}
