import { createStore } from 'zustand/vanilla'
import type { Cue } from '#core/captions/cues'
import type { CueContext } from '#core/captions/edits/cue-context'
import type { Edit } from '#core/edits/edit'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { cueAt } from '../cues/cue-at.ts'
import type { CueStore } from '../cues/cue-store.ts'

/** Where the caret is put: an offset of the caption's editable text, or its end. */
export type CaretPlace = number | 'end'

export interface CaptionEditorState {
  /** Index of the caption being edited; null if none is. */
  readonly index: number | null
  /** Where the caret was last put by something other than typing; a new object for each request. */
  readonly caret: { readonly at: CaretPlace } | null
}

export interface RunOptions {
  /** Joins several calls into one step of undo. */
  readonly stepId?: string
  /** The same number is edited afterwards, and the caret is not put anywhere. */
  readonly stays?: boolean
  /** Which caption is edited afterwards, among the new ones; without it, the one at the same words. */
  readonly next?: (cues: readonly Cue[], before: Cue) => NextPlace
}

export interface NextPlace {
  readonly index: number
  /** Null leaves the caret where it is. */
  readonly caret: CaretPlace | null
}

/** The caption that a person edits, and the edits made there. One for each open transcript. */
export interface CaptionEditor {
  readonly state: CaptionEditorState
  subscribe(listener: () => void): () => void
  /** The captions as they are now, without waiting for a pause in typing. */
  readonly cues: readonly Cue[]
  /** What an edit is made from: the newest transcript and its captions. */
  context(): CueContext
  edit(index: number | null, caret?: CaretPlace): void
  /** Applies what `make` returns as one step of undo; false if there is nothing to change. */
  run(index: number, make: (context: CueContext, cue: Cue) => readonly Edit[], options?: RunOptions): boolean
}

export function createCaptionEditor(
  session: Pick<TranscriptSession, 'state' | 'apply' | 'newId'>,
  store: CueStore,
): CaptionEditor {
  const state = createStore<CaptionEditorState>(() => ({ index: null, caret: null }))
  const context = (): CueContext => ({ ...store.makeNow(), newId: () => session.newId() })
  return {
    get state() {
      return state.getState()
    },
    subscribe: (listener) => state.subscribe(listener),
    get cues() {
      return store.makeNow().cues
    },
    context,
    edit(index, caret = 'end') {
      state.setState({ index, caret: index === null ? null : { at: caret } })
    },
    run(index, make, { stepId, next, stays = false } = {}) {
      const now = context()
      const cue = now.cues[index]
      const edits = cue === undefined ? [] : make(now, cue)
      if (cue === undefined || edits.length === 0) return false
      session.apply(edits, { origin: 'captions', ...(stepId === undefined ? {} : { stepId }) })
      const { cues } = store.makeNow()
      if (stays || state.getState().index === null) return true
      if (next === undefined) state.setState({ index: sameCue(cues, cue) })
      else {
        const { index: to, caret } = next(cues, cue)
        state.setState({
          index: Math.max(0, Math.min(to, cues.length - 1)),
          ...(caret === null ? {} : { caret: { at: caret } }),
        })
      }
      return true
    },
  }
}

/** The caption that has most of another's words, else the one at its time. */
export function sameCue(cues: readonly Cue[], before: Cue): number {
  const ids = new Set(before.wordIds)
  let best = -1
  let most = 0
  for (const cue of cues) {
    const count = cue.wordIds.filter((id) => ids.has(id)).length
    if (count > most) [best, most] = [cue.index, count]
  }
  return best >= 0 ? best : Math.max(0, cueAt(cues, before.startMs))
}
