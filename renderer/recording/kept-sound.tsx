import { useState } from 'react'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { useDeletionWords } from '../sound-deletion/deletion-words.ts'
import { SoundDialog } from '../sound-deletion/sound-dialog.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './recording.module.css'

/** Whether the sound is kept, and a button to have it deleted. */
export function KeptSound({ recording }: { readonly recording: OpenRecording }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const words = useDeletionWords(recording)
  if (recording.bytes === 0 && words === null) return null
  const isDeleted = recording.soundDeletion?.deletedOn != null
  return (
    <>
      <dt>{say('sound-deletion.heading')}</dt>
      <dd>
        {words ?? say('sound-deletion.stays-here')}{' '}
        {!isDeleted && (
          <button type="button" className={styles.link} onClick={() => setOpen(true)}>
            {say(words === null ? 'sound-deletion.open' : 'sound-deletion.change')}
          </button>
        )}
        {isOpen && <SoundDialog card={recording} onClose={() => setOpen(false)} />}
      </dd>
    </>
  )
}
