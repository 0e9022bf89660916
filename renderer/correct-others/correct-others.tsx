import type { TranscriptSession } from '../session/transcript-session.ts'
import { showKey } from '../keys/show-key.ts'
import { useKeyActions, useShownKey } from '../keys/use-key-actions.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import type { CorrectionPlace } from './correction-place.ts'
import styles from './correct-others.module.css'
import { type OthersOffer, useCorrectOthers } from './use-correct-others.ts'

export interface CorrectOthersProps {
  readonly session: TranscriptSession
  /** Where the person types. */
  readonly place: CorrectionPlace
}

/**
 * Below the text or the captions, after a correction: offers to correct the same recognized words elsewhere.
 */
export function CorrectOthers({ session, place }: CorrectOthersProps) {
  const offer = useCorrectOthers(session, place)
  return offer === null ? null : <Offer offer={offer} place={place} />
}

function Offer({ offer, place }: { readonly offer: OthersOffer; readonly place: CorrectionPlace }) {
  const say = useSay()
  const language = useLanguage()
  const key = useShownKey('correct-others')
  const correct = (): void => {
    const count = offer.correct()
    place.focus()
    const keys = showKey('Mod+Z', language)
    toast.show({ text: say('others.done', { count, text: offer.text, keys }), tone: 'done' })
  }
  useKeyActions<'correction-offer'>({ 'correct-others': correct })
  return (
    <div role="status" aria-label={say('others.title')} className={styles.offer}>
      <Icon name="retry" small />
      <p className={styles.text}>
        {say('others.found', { count: offer.count, heard: offer.heard, text: offer.text })}
      </p>
      <Button variant="line" size="small" onPress={correct}>
        {say('others.correct', { count: offer.count })}
        {key !== undefined && <kbd>{key}</kbd>}
      </Button>
      <Button
        size="small"
        onPress={() => {
          offer.decline()
          place.focus()
        }}
      >
        {say('others.decline')}
      </Button>
    </div>
  )
}
