import { useEffect, useMemo, useRef, useState } from 'react'
import type { FoundDoubts } from '#core/doubt/doubts'
import type { DoubtEvidence } from '#core/doubt/evidence'
import type { ReviewEvidence } from '#core/speaker-review/questions'
import type { Doubt } from '#core/doubt/reasons'
import type { TimeSpan } from '#core/transcript/time-span'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { CallFailed } from '../../rpc/call-failed.ts'
import { usePreferences } from '../../rpc/preferences-queries.ts'
import { useStudio } from '../../rpc/studio-context.tsx'
import { useSession } from '../../session/use-session.ts'
import { isChanged } from '#core/edits/changed-places'
import type { Surface } from '../surface/surface.ts'
import { useRemovedWords } from '../../session/use-removed-words.ts'
import { type DoubtFinder, doubtFinder, startDoubtWorker } from './doubt-finder.ts'

export interface ShownDoubts {
  /** In reading order: probable errors, or all doubts if the user wants those; null before the first search. */
  readonly shown: readonly Doubt[] | null
  readonly found: FoundDoubts | null
  /** How similar the voices are to what is said; null if that is not known, undefined until it is fetched. */
  readonly voices: ReviewEvidence | null | undefined
}

const NONE: readonly TimeSpan[] = []

/** What may be wrong in the transcript, searched for again while nobody types. */
export function useDoubts(session: TranscriptSession): ShownDoubts {
  const studio = useStudio()
  const running = useSession(session, (state) => state.running)
  const { allDoubts } = usePreferences()
  const [found, setFound] = useState<FoundDoubts | null>(null)
  const [voices, setVoices] = useState<ReviewEvidence | null>()
  const [evidence, setEvidence] = useState<DoubtEvidence | null>(null)
  const finding = useRef<DoubtFinder | null>(null)
  const removed = useRemovedWords(session, evidence?.removed ?? NONE)
  useEffect(() => {
    if (evidence === null) return
    finding.current?.setEvidence(evidence.opinions === undefined ? evidence : { ...evidence, removed })
    finding.current?.look(session.state.transcript)
  }, [session, evidence, removed])
  useEffect(() => {
    const abort = new AbortController()
    const finder = doubtFinder(startDoubtWorker(), setFound)
    finding.current = finder
    const look = (): void => finder.look(session.state.transcript)
    look()
    const stop = session.onChange(({ before, after }) => {
      look()
      // Voices are compared again once the studio has the new turns; while a job runs they change all the
      // time.
      if (!running && before.turns !== after.turns) {
        // Failure to save edits is reported in the bar.
        void session.flush().then(fetchEvidence, () => undefined)
      }
    })
    // Decoding results other than the words change until the job is done; terms change when a glossary is
    // edited, and a second model's text when it is done.
    const fetchEvidence = (): void =>
      void studio
        .call('transcripts.evidence', { transcriptId: session.transcriptId }, { signal: abort.signal })
        .then(
          ({ evidence: fetched }) => {
            const known = JSON.parse(fetched) as DoubtEvidence
            setVoices(known.speakers ?? null)
            setEvidence(known)
          },
          (error: unknown) => {
            if (abort.signal.aborted) return
            // Doubts can be found from the words alone; a lost connection is reported elsewhere.
            if (!(error instanceof CallFailed)) throw error
            setVoices((known) => known ?? null)
          },
        )
    fetchEvidence()
    const stopEvents = studio.onEvent(({ kind }) => {
      const isNew = kind === 'glossary-changed' || kind === 'opinions-changed' || kind === 'events-missed'
      if (isNew) fetchEvidence()
    })
    return () => {
      abort.abort()
      stopEvents()
      stop()
      finding.current = null
      finder.close()
    }
  }, [studio, session, running])
  return useMemo(
    () => ({ shown: found === null ? null : allDoubts ? found.all : found.likely, found, voices }),
    [found, voices, allDoubts],
  )
}

/** Shows the doubts in the text. */
export function useDoubtsInText(
  surface: Surface | null,
  doubts: readonly Doubt[] | null,
  session: TranscriptSession,
): void {
  useEffect(() => {
    if (surface === null || doubts === null) return
    const wanted = new Set(doubts.flatMap((doubt) => [doubt.fromWordId, doubt.toWordId]))
    const paragraphOf = new Map<string, string>()
    for (const { id, words } of session.state.transcript.paragraphs) {
      // Doubts about words changed since the search are not shown.
      for (const word of words) {
        if (!isChanged(word) && wanted.has(word.id)) paragraphOf.set(word.id, id)
      }
    }
    const byParagraph = new Map<string, Doubt[]>()
    for (const doubt of doubts) {
      const ids = new Set([paragraphOf.get(doubt.fromWordId), paragraphOf.get(doubt.toWordId)])
      for (const id of ids) {
        if (id === undefined) continue
        const own = byParagraph.get(id)
        if (own === undefined) byParagraph.set(id, [doubt])
        else own.push(doubt)
      }
    }
    surface.setDoubts(byParagraph)
  }, [surface, doubts, session])
}
