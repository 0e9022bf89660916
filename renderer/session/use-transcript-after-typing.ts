import { startTransition, useEffect, useState } from 'react'
import { changedRun } from '#core/edits/changed-run'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import type { TranscriptSession } from './transcript-session.ts'
import { afterFrame } from '../ui/after-frame.ts'

/** So long after the last key the words are looked at again … */
const WAIT_MS = 250
/** … and after so long once the frame of a key is drawn, for who types without a pause: the next key is far then. */
const LONGEST_WAIT_MS = 1_500

/**
 * The transcript, for what is counted or drawn from the whole of it: who speaks and when is there at once, words
 * follow when typing pauses, so that nothing stands in the way of a key.
 */
export function useTranscriptAfterTyping(session: TranscriptSession): Transcript {
  const [shown, setShown] = useState(() => shownNow(session))
  // A key that comes meanwhile goes first.
  useEffect(() => transcriptAfterTyping(session, (next) => startTransition(() => setShown(next))), [session])
  return shown
}

type Watched = Pick<TranscriptSession, 'state' | 'subscribe'>

/** One for all who look at a session: a key sets no clock for each of them. */
interface Watch {
  readonly listeners: Set<(transcript: Transcript) => void>
  shown: Transcript
  readonly end: () => void
}

const watches = new WeakMap<Watched, Watch>()

function shownNow(session: Watched): Transcript {
  return watches.get(session)?.shown ?? session.state.transcript
}

/** Calls `listener` as said above; returns what ends it. Who comes later sees what the others see. */
export function transcriptAfterTyping(
  session: Watched,
  listener: (transcript: Transcript) => void,
): () => void {
  const watch = watches.get(session) ?? startWatch(session)
  watches.set(session, watch)
  watch.listeners.add(listener)
  listener(watch.shown)
  return () => {
    watch.listeners.delete(listener)
    if (watch.listeners.size > 0 || watches.get(session) !== watch) return
    watch.end()
    watches.delete(session)
  }
}

function startWatch(session: Watched): Watch {
  let timer: ReturnType<typeof setTimeout> | null = null
  let noFrame: (() => void) | null = null
  let waitingSince: number | null = null
  let typedAt = 0
  const stopWaiting = (): void => {
    clearTimeout(timer ?? undefined)
    timer = null
    noFrame?.()
    noFrame = null
    waitingSince = null
  }
  const take = (): void => {
    stopWaiting()
    watch.shown = session.state.transcript
    for (const listener of watch.listeners) listener(watch.shown)
  }
  // Started once for many keys: each puts off what it does, not when it looks.
  const look = (): void => {
    const restMs = typedAt + WAIT_MS - performance.now()
    if (restMs > 0) timer = setTimeout(look, restMs)
    else take()
  }
  const unsubscribe = session.subscribe(() => {
    const { transcript } = session.state
    if (transcript === watch.shown) return
    if (!isTyping(watch.shown, transcript)) {
      take()
      return
    }
    typedAt = performance.now()
    waitingSince ??= typedAt
    if (typedAt - waitingSince >= LONGEST_WAIT_MS) noFrame ??= afterFrame(take)
    else timer ??= setTimeout(look, WAIT_MS)
  })
  const watch: Watch = {
    listeners: new Set(),
    shown: session.state.transcript,
    end: () => {
      stopWaiting()
      unsubscribe()
    },
  }
  return watch
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
