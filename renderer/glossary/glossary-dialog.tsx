import type { RecordingCard } from '#contracts/calls/recordings'
import { Dialog } from '../ui/dialog.tsx'
import { useSay } from '../ui/words.tsx'
import { GlossaryField } from './glossary-field.tsx'
import styles from './glossary.module.css'

export interface GlossaryDialogProps {
  readonly card: Pick<RecordingCard, 'id'>
  readonly onClose: () => void
}

/** Names and terms of one recording, before it is transcribed or at any time. */
export function GlossaryDialog({ card, onClose }: GlossaryDialogProps) {
  const say = useSay()
  return (
    <Dialog open onClose={onClose} title={say('glossary.title')} width="640px">
      <div className={styles.glossary}>
        <p>{say('glossary.recording.lead')}</p>
        <GlossaryField recordingId={card.id} />
      </div>
    </Dialog>
  )
}
