import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { ignoreHeldKey } from '../ui/ignore-held-key.ts'
import styles from './speaking.module.css'

export interface VoiceNameProps {
  readonly speakerId: string
  readonly name: string
  /** The name was clicked. */
  readonly onVoice: (speakerId: string, name: HTMLElement) => void
}

/** A speaker's name that opens the actions for the speaker. */
export function VoiceName({ speakerId, name, onVoice }: VoiceNameProps) {
  return (
    <button
      type="button"
      className={classNames(styles.voice, styles.name)}
      aria-haspopup="dialog"
      onKeyDown={ignoreHeldKey}
      onClick={(event) => onVoice(speakerId, event.currentTarget)}
    >
      {name}
      <Icon name="pen" small className={styles.pen} />
    </button>
  )
}
