import { startTransition, useEffect, useMemo, useState } from 'react'
import { correctPlaces, type OtherPlace, otherPlaces } from '#core/glossary/other-places'
import type { Transcript } from '#core/transcript/transcript'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import type { CorrectionPlace } from './correction-place.ts'
import { type FoundCorrection, watchCorrections } from './watch-corrections.ts'

export interface OthersOffer {
  readonly heard: string
  readonly text: string
  readonly count: number
  /** Corrects them all in one step of undo; returns their number. */
  readonly correct: () => number
  /** Stops offering it while the recording is open. */
  readonly decline: () => void
}

/** What was declined in an open transcript, for the text and captions alike. */
const declinedOf = new WeakMap<TranscriptSession, ReadonlySet<string>>()
const declinedIn = (session: TranscriptSession): ReadonlySet<string> => declinedOf.get(session) ?? new Set()

/** Other places where the last corrected words were recognized; null if there are none. */
export function useCorrectOthers(session: TranscriptSession, place: CorrectionPlace): OthersOffer | null {
  const transcript = useTranscriptAfterTyping(session)
  const [found, setFound] = useState<FoundCorrection | null>(null)
  const [declined, setDeclined] = useState(() => declinedIn(session))
  useEffect(
    () => watchCorrections(session, place, (next) => startTransition(() => setFound(next))),
    [session, place],
  )
  const places = useMemo(() => placesOf(transcript, found), [transcript, found])
  if (found === null || places.length === 0) return null
  const { heard, text } = found.made
  const key = JSON.stringify([heard, text])
  if (declined.has(key)) return null
  return {
    heard: heard.join(' '),
    text,
    count: places.length,
    correct: () => {
      // Something may have been typed since.
      const { transcript: newest } = session.state
      const now = placesOf(newest, found)
      const edits = correctPlaces(newest, now, () => session.newId())
      session.apply(edits, { stepId: edits[0]?.id ?? session.newId(), origin: 'correct-others' })
      setFound(null)
      return now.length
    },
    decline: () => {
      const now = new Set([...declinedIn(session), key])
      declinedOf.set(session, now)
      setDeclined(now)
    },
  }
}

/** None once the correction itself was changed or undone. */
function placesOf(transcript: Transcript, found: FoundCorrection | null): readonly OtherPlace[] {
  if (found === null) return []
  const { made, paragraphId, wordIds } = found
  const words = transcript.paragraphs.find(({ id }) => id === paragraphId)?.words ?? []
  const from = words.findIndex(({ id }) => id === wordIds[0])
  const now = from < 0 ? [] : words.slice(from, from + wordIds.length)
  const isThere = now
    .map(({ text }) => text)
    .join(' ')
    .includes(made.text)
  return isThere ? otherPlaces(transcript, made) : []
}
