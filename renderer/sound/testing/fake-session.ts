import { applyEdit } from '#core/edits/apply'
import { touchedBetween } from '#core/edits/touched'
import type { Edit } from '#core/edits/edit'
import type { Transcript } from '#core/transcript/transcript'
import type { SessionChange, TranscriptSession } from '../../session/transcript-session.ts'

export interface FakeSession extends TranscriptSession {
  readonly applied: readonly { readonly edits: readonly Edit[]; readonly stepId: string | undefined }[]
  /** Simulates a change by another window or the engine. */
  change(transcript: Transcript): void
}

/** An open transcript that is not saved anywhere. */
export function fakeSession(start: Transcript): FakeSession {
  let transcript = start
  const listeners = new Set<() => void>()
  const changes = new Set<(change: SessionChange) => void>()
  const applied: { edits: readonly Edit[]; stepId: string | undefined }[] = []
  let made = 0
  const makeState = () => ({
    transcript,
    editNumber: applied.length,
    running: false,
    saved: 'saved' as const,
    undo: null,
    redo: null,
  })
  let state = makeState()
  const emit = (): void => {
    state = makeState()
    for (const listener of listeners) listener()
  }
  const nothing = (): Promise<void> => Promise.resolve()
  return {
    transcriptId: start.id,
    limits: {},
    applied,
    get state() {
      return state
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onChange: (listener) => {
      changes.add(listener)
      return () => changes.delete(listener)
    },
    newId: () => `e${++made}`,
    apply: (edits, options = {}) => {
      const before = transcript
      for (const edit of edits) ({ transcript } = applyEdit(transcript, edit))
      const { origin } = options
      const touched = touchedBetween(before, transcript)
      for (const change of changes) change({ before, after: transcript, touched, origin })
      applied.push({ edits, stepId: options.stepId })
      emit()
    },
    endStep: () => undefined,
    undo: nothing,
    redo: nothing,
    recount: nothing,
    inOrder: async (work) => void (await work()),
    expectMore: () => () => undefined,
    flush: nothing,
    close: () => listeners.clear(),
    change: (next) => {
      transcript = next
      emit()
    },
  }
}
