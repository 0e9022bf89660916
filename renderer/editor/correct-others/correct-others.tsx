import type { TranscriptSession } from '../../session/transcript-session.ts'
import { showKey } from '../../keys/show-key.ts'
import { useKeyActions, useKeyMap } from '../../keys/use-key-actions.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { toast } from '../../ui/toast.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import type { EditorStore } from '../editor-store.ts'
import styles from './correct-others.module.css'
import { type OthersOffer, useCorrectOthers } from './use-correct-others.ts'

export interface CorrectOthersProps {
  readonly session: TranscriptSession
  readonly store: EditorStore
}

/** Below the text, after a correction: the same words were recognized elsewhere, and can be corrected too. */
export function CorrectOthers({ session, store }: CorrectOthersProps) {
  const offer = useCorrectOthers(session, store)
  return offer === null ? null : <Offer offer={offer} store={store} />
}

function Offer({ offer, store }: { readonly offer: OthersOffer; readonly store: EditorStore }) {
  const say = useSay()
  const language = useLanguage()
  const [key] = useKeyMap()['correct-others']
  const correct = (): void => {
    const count = offer.correct()
    store.getState().surface?.focus()
    const keys = showKey('Mod+Z', language)
    toast.show({ text: say('others.done', { count, text: offer.text, keys }), tone: 'done' })
  }
  useKeyActions({ 'correct-others': correct })
  return (
    <div role="status" aria-label={say('others.title')} className={styles.offer}>
      <Icon name="retry" small />
      <p className={styles.text}>
        {say('others.found', { count: offer.count, heard: offer.heard, text: offer.text })}
      </p>
      <Button variant="line" size="small" onPress={correct}>
        {say('others.correct', { count: offer.count })}
        {key !== undefined && <kbd>{showKey(key, language)}</kbd>}
      </Button>
      <Button
        size="small"
        onPress={() => {
          offer.decline()
          store.getState().surface?.focus()
        }}
      >
        {say('others.decline')}
      </Button>
    </div>
  )
}
