import { startTransition, useEffect, useState } from 'react'
import { changedRun } from '#core/edits/changed-run'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import type { TranscriptSession } from '../recording/transcript-session.ts'
import { afterFrame } from '../ui/after-frame.ts'

/** So long after the last key the words are looked at again … */
const WAIT_MS = 250
/** … and after so long once the frame of a key is drawn, for who types without a pause: the next key is far then. */
const LONGEST_WAIT_MS = 1_500

/**
 * The transcript, for what is counted or drawn from the whole of it: who speaks and when is there at once, words
 * follow when typing pauses, so that nothing stands in the way of a key.
 */
export function useSettledTranscript(session: TranscriptSession): Transcript {
  const [settled, setSettled] = useState(session.state.transcript)
  // A key that comes meanwhile goes first.
  useEffect(() => settleTranscript(session, (next) => startTransition(() => setSettled(next))), [session])
  return settled
}

/** Calls `settle` as said above; returns what ends it. */
export function settleTranscript(
  session: Pick<TranscriptSession, 'state' | 'subscribe'>,
  settle: (transcript: Transcript) => void,
): () => void {
  let last = session.state.transcript
  let timer: ReturnType<typeof setTimeout> | undefined
  let noFrame: (() => void) | null = null
  let waitingSince: number | null = null
  settle(last)
  const stopWaiting = (): void => {
    clearTimeout(timer)
    noFrame?.()
    noFrame = null
  }
  const take = (): void => {
    stopWaiting()
    waitingSince = null
    last = session.state.transcript
    settle(last)
  }
  const unsubscribe = session.subscribe(() => {
    const { transcript } = session.state
    if (transcript === last) return
    if (!isTyping(last, transcript)) {
      take()
      return
    }
    const now = performance.now()
    waitingSince ??= now
    stopWaiting()
    if (now - waitingSince >= LONGEST_WAIT_MS) noFrame = afterFrame(take)
    else timer = setTimeout(take, WAIT_MS)
  })
  return () => {
    stopWaiting()
    unsubscribe()
  }
}

/** Whether words differ, and nothing but words. */
function isTyping(before: Transcript, after: Transcript): boolean {
  if (before.turns !== after.turns || before.speakers !== after.speakers) return false
  const run = changedRun(before, after)
  if (run.before.length !== run.after.length) return true
  return run.after.some((paragraph, index) => {
    const old = run.before[index]
    return old !== undefined && old !== paragraph && paragraphText(old) !== paragraphText(paragraph)
  })
}
