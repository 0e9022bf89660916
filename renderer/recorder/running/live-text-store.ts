import { create } from 'zustand'
import type { LiveDraftText, LiveLine, LiveState, SpokenStretch } from '#contracts/sound-wire'
import type { LiveChange } from '#core/live-text/live-record'
import type { WireError } from '#contracts/errors'
import type { LiveNews } from '../sending/sound-link.ts'
import { addNotice } from './recorder-store.ts'

/** Text of the running recording so far; lines, spans and changes are only added. */
export interface PageLiveText {
  readonly runningId: string
  readonly state: LiveState
  readonly lagMs: number
  readonly error: WireError | null
  readonly fallback: LiveNews['fallback']
  /** The current speech, until its line replaces it. */
  readonly draft: LiveDraftText | null
  readonly lines: readonly LiveLine[]
  readonly spoken: readonly SpokenStretch[]
  /** Corrections and names from a person, as stored by the studio. */
  readonly changes: readonly LiveChange[]
}

/** Separate from the recorder's state, as it changes every second. */
export const useLiveTextStore = create<{ readonly live: PageLiveText | null }>(() => ({ live: null }))

export interface LiveTextHas {
  readonly lines: number
  readonly spoken: number
  readonly changes: number
}

/** How much of it the page has received. */
export function liveTextHas(runningId: string): LiveTextHas {
  const live = ofRunning(runningId)
  return {
    lines: live?.lines.length ?? 0,
    spoken: live?.spoken.length ?? 0,
    changes: live?.changes.length ?? 0,
  }
}

/** Adds what is new; what was already received stays unchanged. */
export function takeLiveText(runningId: string, news: LiveNews): void {
  const before = ofRunning(runningId)
  const { state, lagMs, error, fallback, draft } = news
  if (fallback !== null && fallback.model !== before?.fallback?.model)
    addNotice({ kind: 'text-model', ...fallback })
  useLiveTextStore.setState({
    live: {
      runningId,
      state,
      lagMs,
      error,
      fallback,
      draft,
      lines: added(before?.lines ?? [], news.lines, news.fromLine),
      spoken: added(before?.spoken ?? [], news.spoken, news.fromSpoken),
      changes: added(before?.changes ?? [], news.changes, news.fromChange),
    },
  })
}

function ofRunning(runningId: string): PageLiveText | null {
  const { live } = useLiveTextStore.getState()
  return live?.runningId === runningId ? live : null
}

function added<Item>(before: readonly Item[], items: readonly Item[], from: number): readonly Item[] {
  const fresh = items.slice(Math.max(0, before.length - from))
  return fresh.length === 0 ? before : [...before, ...fresh]
}
