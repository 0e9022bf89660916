import { useMemo, useState } from 'react'
import { corrections, unknownTerms } from '#core/glossary/corrections'
import type { Term } from '#core/glossary/term'
import { useAddTerms, useTerms } from '../glossary/glossary-queries.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import { Button } from '../ui/button.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './check.module.css'

/** After the second correction to the same words: a term of the glossary. */
export function CorrectionOffers({ session }: { readonly session: TranscriptSession }) {
  const say = useSay()
  const transcript = useTranscriptAfterTyping(session)
  const all = useMemo(() => corrections(transcript), [transcript])
  const { recordingId } = transcript
  const { data: terms } = useTerms(recordingId)
  const add = useAddTerms()
  const [declined, setDeclined] = useState<ReadonlySet<string>>(new Set())
  const found = useMemo(
    () => (terms === undefined ? [] : unknownTerms(transcript, all, terms)),
    [transcript, all, terms],
  )
  const term = found.find(({ text }) => !declined.has(text))
  if (term === undefined) return null
  const addTo = (whose: string | null, added: Term): void => {
    add.mutate({ recordingId: whose, terms: [{ text: added.text }] })
  }
  return (
    <div className={styles.offer} role="status">
      <p>{say('glossary.repeated', { text: term.text })}</p>
      <div className={styles.acts}>
        <Button variant="line" size="small" onPress={() => addTo(recordingId, term)}>
          {say('glossary.repeated.recording')}
        </Button>
        <Button variant="line" size="small" onPress={() => addTo(null, term)}>
          {say('glossary.repeated.library')}
        </Button>
        <Button size="small" onPress={() => setDeclined(new Set([...declined, term.text]))}>
          {say('glossary.decline')}
        </Button>
      </div>
    </div>
  )
}
