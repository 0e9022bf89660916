import { startTransition, useEffect, useState } from 'react'
import { changedRun } from '#core/edits/changed-run'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import type { TranscriptSession } from './transcript-session.ts'
import { afterFrame } from '../ui/after-frame.ts'

/** Words are updated this long after the last keystroke … */
const WAIT_MS = 250
/**
 * … and at the latest after this long during continuous typing, once the frame of a keystroke is drawn; the next
 * keystroke is furthest away then.
 */
const MAX_WAIT_MS = 1_500

/**
 * The transcript for views computed from all of it: speakers and times update immediately, words once typing pauses, so
 * that keystrokes are not delayed.
 */
export function useTranscriptAfterTyping(session: TranscriptSession): Transcript {
  const [shown, setShown] = useState(() => shownNow(session))
  // A transition lets a keystroke interrupt the rendering.
  useEffect(() => transcriptAfterTyping(session, (next) => startTransition(() => setShown(next))), [session])
  return shown
}

type Watched = Pick<TranscriptSession, 'state' | 'subscribe'>

/** Shared by all listeners of a session, so that a keystroke does not set one timer per listener. */
interface Watch {
  readonly listeners: Set<(transcript: Transcript) => void>
  shown: Transcript
  readonly end: () => void
}

const watches = new WeakMap<Watched, Watch>()

function shownNow(session: Watched): Transcript {
  return watches.get(session)?.shown ?? session.state.transcript
}

/**
 * Calls `listener` as described above; returns the function that stops it. Later listeners get the same transcript as
 * earlier ones.
 */
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
  // The timer is started once for many keystrokes: each one postpones the update, not the check.
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
    if (typedAt - waitingSince >= MAX_WAIT_MS) noFrame ??= afterFrame(take)
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

/** Whether the transcripts differ only in words. */
function isTyping(before: Transcript, after: Transcript): boolean {
  if (before.turns !== after.turns || before.speakers !== after.speakers) return false
  const run = changedRun(before, after)
  if (run.before.length !== run.after.length) return true
  return run.after.some((paragraph, index) => {
    const old = run.before[index]
    return old !== undefined && old !== paragraph && paragraphText(old) !== paragraphText(paragraph)
  })
}
