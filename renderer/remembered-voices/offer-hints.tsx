import type { ReactNode } from 'react'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { Button } from '../ui/button.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './remembered-voices.module.css'
import { useVoiceOffers } from './use-remembered-voices.ts'

export interface OfferHintsProps {
  readonly session: TranscriptSession
  /** The speaker's displayed name. */
  readonly nameOf: (speakerId: string) => string
  /** Requests to play and answer. */
  readonly onVoice: (speakerId: string, anchor: HTMLElement) => void
}

/**
 * A line for each speaker who may be somebody whose voice is remembered; it opens the voices and the answers.
 */
export function OfferHints({ session, nameOf, onVoice }: OfferHintsProps): ReactNode {
  const say = useSay()
  const { offers } = useVoiceOffers(session)
  if (offers === undefined || offers.length === 0) return null
  return (
    <div className={styles.hints}>
      {offers.map(({ speakerId, name }) => (
        <Button
          key={speakerId}
          variant="line"
          size="small"
          icon="person"
          onPress={({ target }) => onVoice(speakerId, target as HTMLElement)}
        >
          {say('remembered-voices.hint', { speaker: nameOf(speakerId), name })}
        </Button>
      ))}
    </div>
  )
}
