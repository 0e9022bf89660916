import { useEffect, useMemo } from 'react'
import { isAboutSpeaker, placesToCheck } from '#core/doubt/places-to-check'
import type { CutRecording } from '../cut/use-recording-cut.ts'
import { useAlignedPassages } from '../editor/aligned/use-aligned-passages.ts'
import type { ShownDoubts } from '../editor/doubt/use-doubts.ts'
import { changeCheck, type EditorStore } from '../editor/editor-store.ts'
import { useSpeakerNames } from '../editor/use-speaker-names.ts'
import { usePreferences } from '../rpc/preferences-queries.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import { useLanguage, useSay } from '../ui/words.tsx'
import { checkReasons } from './check-reasons.ts'

export interface CheckSourceProps {
  readonly session: TranscriptSession
  readonly store: EditorStore
  readonly doubts: ShownDoubts
  readonly recording: CutRecording
}

/** Keeps the items of the list to check in the store; shows nothing. */
export function CheckSource({ session, store, doubts, recording }: CheckSourceProps) {
  const say = useSay()
  const language = useLanguage()
  const transcript = useTranscriptAfterTyping(session)
  const aligned = useAlignedPassages(session, recording.durationMs ?? 0)
  const names = useSpeakerNames(session)
  const { allDoubts } = usePreferences()
  const { shown, found, voices } = doubts
  const places = useMemo(
    () => (shown === null ? null : placesToCheck(transcript, shown)),
    [transcript, shown],
  )
  const unsureTurns = useMemo(() => found?.all.filter(isAboutSpeaker) ?? null, [found])
  const turns = useMemo(
    () => (unsureTurns === null ? null : placesToCheck(transcript, unsureTurns)),
    [transcript, unsureTurns],
  )
  const context = {
    session,
    store,
    recording,
    transcript,
    places,
    turns,
    voices,
    aligned,
    names,
    say,
    language,
  }
  // The registry never changes, so that its hooks always run in the same order.
  // oxlint-disable-next-line react/rules-of-hooks
  const ofReasons = checkReasons.map(({ useItems }) => useItems(context))
  // One entry for each reason of the registry.
  // oxlint-disable-next-line react/exhaustive-deps
  const items = useMemo(() => ofReasons.flatMap((each) => each ?? []), ofReasons)
  const isLooking = ofReasons.includes(null)
  const less = found === null ? 0 : Math.max(0, found.all.length - found.likely.length)
  useEffect(() => {
    const unlikely = items.filter(({ isLikely }) => !isLikely).length
    // Items found in an older text may be finished in the present one.
    const isBehind = transcript !== session.state.transcript
    const finished = new Set(isBehind ? store.getState().check.done.map(({ item }) => item.key) : [])
    const left = items.filter(({ key }) => !finished.has(key))
    changeCheck(store, { items: left, lessLikely: less + unlikely, withLess: allDoubts })
  }, [session, store, transcript, items, less, allDoubts])
  useEffect(() => changeCheck(store, { isLooking, hasVoices: voices !== null }), [store, isLooking, voices])
  useEffect(() => changeCheck(store, { aligned }), [store, aligned])
  return null
}
