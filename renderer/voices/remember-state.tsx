import { isSameName } from '#core/transcript/same-name'
import { useRememberedVoices } from '../remembered-voices/use-remembered-voices.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './voices.module.css'

export interface RememberStateProps {
  readonly recordingId: string
  /** Null: there is no name to remember a voice by. */
  readonly name: string | null
  readonly onRemember: () => void
}

/** Whether the voice is remembered from this recording; if not, a button that asks for it. */
export function RememberState({ recordingId, name, onRemember }: RememberStateProps) {
  const say = useSay()
  const { data: voices } = useRememberedVoices()
  if (name === null || voices === undefined) return null
  const isRemembered = voices.some(
    (voice) => isSameName(voice.name, name) && voice.parts.some((part) => part.recordingId === recordingId),
  )
  if (isRemembered) {
    return (
      <span className={styles.state}>
        <Icon name="ear" small />
        {say('voices.remembered')}
      </span>
    )
  }
  return (
    <Button
      size="small"
      className={styles.remember}
      aria-label={say('voices.remember-of', { name })}
      onPress={onRemember}
    >
      {say('voices.remember')}
    </Button>
  )
}
