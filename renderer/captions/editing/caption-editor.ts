import { createStore } from 'zustand/vanilla'
import type { Cue } from '#core/captions/cues'
import type { CueParts } from '#core/captions/cue-parts'
import type { CueContext } from '#core/captions/edits/cue-context'
import type { Edit } from '#core/edits/edit'
import type { Transcript } from '#core/transcript/transcript'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { cueAt } from '../cues/cue-at.ts'
import type { CueStore } from '../cues/cue-store.ts'

/** Where to place the caret: an offset of the caption's editable text, or its end; `all` selects the text. */
export type CaretPlace = number | 'end' | 'all'

export interface CaptionEditorState {
  /** Index of the caption being edited; null if none is. */
  readonly index: number | null
  /** The last requested caret position, other than by typing; a new object for each request. */
  readonly caret: { readonly at: CaretPlace; readonly side: TextSide } | null
}

/** The caption's own text, or its text in the second language. */
export type TextSide = 'original' | 'translation'

export interface RunOptions {
  /** Joins several calls into one step of undo. */
  readonly stepId?: string
  /** The edited caption stays the same, wherever it is now, and the caret is not moved. */
  readonly stays?: boolean
  /** Which of the new captions is edited afterwards; by default the one with the same words. */
  readonly next?: (cues: readonly Cue[], before: Cue) => NextPlace
}

export interface NextPlace {
  readonly index: number
  /** Null leaves the caret where it is. */
  readonly caret: CaretPlace | null
}

/** The caption that a person edits, and the edits made there. One per open transcript. */
export interface CaptionEditor {
  readonly state: CaptionEditorState
  subscribe(listener: () => void): () => void
  /** The current captions, without waiting for a pause in typing. */
  readonly cues: readonly Cue[]
  /** Input for an edit: the newest transcript and its captions. */
  context(): CueContext
  /** The captions as shown, for rendering. */
  shown(): Omit<CueContext, 'newId'>
  edit(index: number | null, caret?: CaretPlace, side?: TextSide): void
  /** The caret is at its requested position: a field that appears later must not apply the request again. */
  caretPlaced(caret: CaptionEditorState['caret']): void
  /** The work on the current captions, to make those of a possible change. */
  copyParts(): CueParts
  /** Applies what `make` returns as one step of undo; false if there is nothing to change. */
  run(
    index: number,
    make: (context: CueContext, cue: Cue) => readonly Edit[] | MadeEdits,
    options?: RunOptions,
  ): boolean
}

/** Edits and the transcript after them, if it is known already. */
export interface MadeEdits {
  readonly edits: readonly Edit[]
  readonly transcript: Transcript
}

export function createCaptionEditor(
  session: Pick<TranscriptSession, 'state' | 'apply' | 'newId'>,
  store: CueStore,
): CaptionEditor {
  const state = createStore<CaptionEditorState>(() => ({ index: null, caret: null }))
  const context = (): CueContext => ({ ...store.makeNow(), newId: () => session.newId() })
  /** The caption at the index, as last seen: undo, rules and other windows change its index. */
  let edited: Cue | null = null
  let isRunning = false
  let stopFollowing: (() => void) | null = null
  const put = (index: number, cues: readonly Cue[], rest: Partial<CaptionEditorState> = {}): void => {
    edited = cues[index] ?? null
    state.setState({ index, ...rest })
  }
  const follow = (): void => {
    const { index } = state.getState()
    const { cues, making } = store.state
    if (isRunning || making || index === null || edited === null || cues[index] === edited) return
    put(sameCue(cues, edited), cues)
  }
  return {
    get state() {
      return state.getState()
    },
    subscribe: (listener) => state.subscribe(listener),
    get cues() {
      return store.makeNow().cues
    },
    context,
    shown: () => store.shown(),
    copyParts: () => store.copyParts(),
    edit(index, caret = 'end', side = 'original') {
      if (index === null) {
        stopFollowing?.()
        stopFollowing = null
        edited = null
        state.setState({ index: null, caret: null })
        return
      }
      put(index, store.makeNow().cues, { caret: { at: caret, side } })
      stopFollowing ??= store.subscribe(follow)
    },
    caretPlaced(caret) {
      if (state.getState().caret === caret) state.setState({ caret: null })
    },
    run(index, make, { stepId, next, stays = false } = {}) {
      const now = context()
      const cue = now.cues[index]
      const made = cue === undefined ? [] : make(now, cue)
      const edits = 'edits' in made ? made.edits : made
      const after = 'edits' in made ? made.transcript : undefined
      if (cue === undefined || edits.length === 0) return false
      isRunning = true
      try {
        session.apply(edits, {
          origin: 'captions',
          ...(stepId === undefined ? {} : { stepId }),
          ...(after === undefined ? {} : { after }),
        })
        const { cues } = store.makeNow()
        if (edited === null) return true
        if (stays || next === undefined) put(sameCue(cues, stays ? edited : cue), cues)
        else {
          const { index: to, caret } = next(cues, cue)
          const nearest = Math.max(0, Math.min(to, cues.length - 1))
          put(nearest, cues, caret === null ? {} : { caret: { at: caret, side: 'original' } })
        }
        return true
      } finally {
        isRunning = false
      }
    },
  }
}

/** How far a caption is searched for from its former index before all others are: there are thousands. */
export const NEAR_CUES = 50

/** The caption with most of another's words, else the one at its time. */
export function sameCue(cues: readonly Cue[], before: Cue): number {
  const near = cues.slice(Math.max(0, before.index - NEAR_CUES), before.index + NEAR_CUES)
  const found = withMostWords(near, before) ?? withMostWords(cues, before)
  return found?.index ?? Math.max(0, cueAt(cues, before.startMs))
}

function withMostWords(cues: readonly Cue[], { wordIds }: Cue): Cue | null {
  const ids = new Set(wordIds)
  let best: Cue | null = null
  let most = 0
  for (const cue of cues) {
    const count = cue.wordIds.filter((id) => ids.has(id)).length
    if (count > most) [best, most] = [cue, count]
  }
  return best
}
