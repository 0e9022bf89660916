import { dayWords } from '#core/notation/dates'
import type { OpenRecording } from '../../rpc/open-recording.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { localeOf, useLanguage, useSay } from '../../ui/words.tsx'
import styles from './dock.module.css'
import type { PlayerState } from '../player/player.ts'

export interface SoundErrorProps {
  readonly recording: OpenRecording
  readonly playbackError: PlayerState['playbackError']
  readonly height: number
  readonly onTryAgain: () => void
  readonly onLocate?: () => void
}

/** Shown in place of the waveform: why the sound cannot be played, and what can be done. */
export function SoundError({ recording, playbackError, height, onTryAgain, onLocate }: SoundErrorProps) {
  const say = useSay()
  const deletedOn = recording.soundDeletion?.deletedOn ?? null
  const locale = localeOf(useLanguage())
  if (deletedOn !== null) {
    return (
      <div className={`${styles.wave} ${styles.playbackError}`} style={{ height }}>
        <p className={styles.quiet}>{say('sound-deletion.player', { day: dayWords(deletedOn, locale) })}</p>
      </div>
    )
  }
  const isMissing = playbackError === 'missing' || (playbackError === null && recording.missing)
  if (playbackError === null && !isMissing) {
    return (
      <div className={`${styles.wave} ${styles.playbackError}`} style={{ height }}>
        <p className={styles.quiet}>{say('sound.not-yet')}</p>
      </div>
    )
  }
  const cause = isMissing
    ? recording.bytes === 0
      ? 'never-here'
      : 'missing'
    : (playbackError ?? 'unplayable')
  return (
    <div className={`${styles.wave} ${styles.playbackError}`} style={{ height }}>
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
