import type { VoiceOffer } from '#contracts/calls/voices'
import { Button } from '../ui/button.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './remembered-voices.module.css'

export interface OfferPartsProps {
  readonly offer: VoiceOffer
  /** The speaker's displayed name. */
  readonly speaker: string
  readonly onHearThen: () => void
  readonly onHearHere: () => void
  readonly onAccept: () => void
  readonly onDecline: () => void
}

/** Who a speaker may be, both voices to play, and the two answers. */
export function OfferParts({
  offer: { name, remembered },
  speaker,
  onHearThen,
  onHearHere,
  onAccept,
  onDecline,
}: OfferPartsProps) {
  const say = useSay()
  return (
    <>
      <p className={styles.who}>{say('remembered-voices.could-be', { speaker, name })}</p>
      <p className={styles.meta}>{say('remembered-voices.grounds', { title: remembered.title })}</p>
      <div className={styles.acts}>
        <Button
          variant="line"
          size="small"
          icon="play"
          aria-label={say('remembered-voices.hear-then', { name, title: remembered.title })}
          onPress={onHearThen}
        >
          {say('remembered-voices.sample')}
        </Button>
        <Button
          variant="line"
          size="small"
          icon="play"
          aria-label={say('remembered-voices.hear-here', { speaker })}
          onPress={onHearHere}
        >
          {say('remembered-voices.here')}
        </Button>
      </div>
      <div className={styles.acts}>
        <Button variant="line" size="small" icon="check" onPress={onAccept}>
          {say('remembered-voices.accept', { name })}
        </Button>
        <Button size="small" onPress={onDecline}>
          {say('remembered-voices.decline', { name })}
        </Button>
      </div>
    </>
  )
}
