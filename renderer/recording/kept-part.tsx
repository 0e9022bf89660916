import { useState } from 'react'
import { typedTime } from '#core/sound/parse-time'
import { TrimDialog } from '../library/job-dialog/trim-dialog.tsx'
import type { OpenRecording } from '../rpc/open-recording.ts'
import type { Player } from '../sound/player/player.ts'
import { useLocale, useSay } from '../ui/words.tsx'
import styles from './recording.module.css'

/** The kept part of a recording, and a button to change it. */
export function KeptPart({
  recording,
  player,
}: {
  readonly recording: OpenRecording
  readonly player: Player
}) {
  const say = useSay()
  const locale = useLocale()
  const [isOpen, setOpen] = useState(false)
  const { trim } = recording
  return (
    <>
      <dt>{say('trim.kept')}</dt>
      <dd>
        {trim === null
          ? say('job.part.whole')
          : say('editor.details.part.between', {
              from: typedTime(trim.startMs, locale),
              to: typedTime(trim.endMs, locale),
            })}{' '}
        <button type="button" className={styles.link} onClick={() => setOpen(true)}>
          {say('trim.open')}
        </button>
        {isOpen && (
          <TrimDialog card={recording} selection={player.state.selection} onClose={() => setOpen(false)} />
        )}
      </dd>
    </>
  )
}
