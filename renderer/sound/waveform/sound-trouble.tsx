import type { OpenRecording } from '../../rpc/open-recording.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './dock.module.css'
import type { PlayerState } from '../player/player.ts'

export interface SoundTroubleProps {
  readonly recording: OpenRecording
  readonly trouble: PlayerState['trouble']
  readonly height: number
  readonly onTryAgain: () => void
  readonly onLocate?: () => void
}

/** Shown in place of the waveform: why the sound cannot be played, and what can be done. */
export function SoundTrouble({ recording, trouble, height, onTryAgain, onLocate }: SoundTroubleProps) {
  const say = useSay()
  const isMissing = trouble === 'missing' || (trouble === null && recording.missing)
  if (trouble === null && !isMissing) {
    return (
      <div className={`${styles.wave} ${styles.trouble}`} style={{ height }}>
        <p className={styles.quiet}>{say('sound.not-yet')}</p>
      </div>
    )
  }
  const cause = isMissing ? (recording.bytes === 0 ? 'never-here' : 'missing') : (trouble ?? 'unplayable')
  return (
    <div className={`${styles.wave} ${styles.trouble}`} style={{ height }}>
      <div role="alert">
        <Icon name="file" />
        <div>
          <b>{say(`sound.trouble.${cause}`)}</b>
          <p>{say(`sound.trouble.${cause}.remedy`, { file: recording.path ?? recording.fileName })}</p>
        </div>
        <div className={styles.buttons}>
          <Button variant="line" size="small" onPress={onTryAgain}>
            {say('sound.try-again')}
          </Button>
          {isMissing && onLocate && (
            <Button variant="main" size="small" onPress={onLocate}>
              {say('sound.locate')}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}

/** Only the peaks failed to load; the sound itself may still play. */
export function PeaksFailed({ onTryAgain }: { readonly onTryAgain: () => void }) {
  const say = useSay()
  return (
    <div className={styles.failed} role="alert">
      <span>{say('sound.trouble.peaks')}</span>
      <Button variant="line" size="small" onPress={onTryAgain}>
        {say('sound.try-again')}
      </Button>
    </div>
  )
}
