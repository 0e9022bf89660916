import { useEffect, useMemo, useRef, useState } from 'react'
import {
  type Correction,
  correctAllEdits,
  corrections,
  sameElsewhere,
  unknownTerms,
} from '#core/glossary/corrections'
import type { Term } from '#core/glossary/term'
import { useAddTerms, useTerms } from '../../glossary/glossary-queries.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../../session/use-transcript-after-typing.ts'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './check.module.css'

/** After a correction: the same in the other places; after the second one of a kind: a term of the glossary. */
export function CorrectionOffers({ session }: { readonly session: TranscriptSession }) {
  const transcript = useTranscriptAfterTyping(session)
  const all = useMemo(() => corrections(transcript), [transcript])
  return (
    <>
      <OtherPlaces session={session} all={all} />
      <NewTerm session={session} all={all} />
    </>
  )
}

interface OfferProps {
  readonly session: TranscriptSession
  readonly all: readonly Correction[]
}

function OtherPlaces({ session, all }: OfferProps) {
  const say = useSay()
  const latest = useLatest(all)
  const { transcript } = session.state
  const places = useMemo(
    () => (latest === null ? [] : sameElsewhere(transcript, latest.heard)),
    [transcript, latest],
  )
  const [declined, setDeclined] = useState<string | null>(null)
  if (latest === null || places.length === 0 || declined === keyOf(latest)) return null
  const { heard, text } = latest
  const correctAll = (): void => {
    // Found again: the text may have changed since it was drawn.
    const now = session.state.transcript
    const edits = correctAllEdits(now, sameElsewhere(now, heard), text, () => session.newId())
    if (edits.length > 0) session.apply(edits, { stepId: session.newId() })
  }
  return (
    <div className={styles.offer} role="status">
      <p>{say('glossary.others', { heard, text })}</p>
      <div className={styles.acts}>
        <Button variant="line" size="small" onPress={correctAll}>
          {say('glossary.others.do', { count: places.length })}
        </Button>
        <Button size="small" onPress={() => setDeclined(keyOf(latest))}>
          {say('glossary.decline')}
        </Button>
      </div>
    </div>
  )
}

const keyOf = ({ wordId, heard, text }: Correction): string => `${wordId} ${heard} ${text}`

/** The newest correction that was made while this was shown, while it is there. */
function useLatest(all: readonly Correction[]): Correction | null {
  const known = useRef<ReadonlySet<string> | null>(null)
  const [latest, setLatest] = useState<string | null>(null)
  useEffect(() => {
    const before = known.current
    known.current = new Set(all.map(keyOf))
    const fresh = before === null ? undefined : all.findLast((one) => !before.has(keyOf(one)))
    if (fresh !== undefined) setLatest(keyOf(fresh))
  }, [all])
  return all.find((one) => keyOf(one) === latest) ?? null
}

function NewTerm({ session, all }: OfferProps) {
  const say = useSay()
  const { recordingId } = session.state.transcript
  const { data: terms } = useTerms(recordingId)
  const add = useAddTerms()
  const [declined, setDeclined] = useState<ReadonlySet<string>>(new Set())
  const { transcript } = session.state
  const found = useMemo(
    () => (terms === undefined ? [] : unknownTerms(transcript, all, terms)),
    [transcript, all, terms],
  )
  const term = found.find(({ text }) => !declined.has(text))
  if (term === undefined) return null
  const addTo = (whose: string | null, added: Term): void => {
    const { text, soundsLike = [] } = added
    add.mutate({ recordingId: whose, terms: [{ text, soundsLike: [...soundsLike] }] })
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
