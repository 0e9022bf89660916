import { cutWords, toggleCut } from '#core/cut/cut-edits'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { toast } from '../ui/toast.tsx'
import type { Say } from '../ui/words.tsx'
import type { EditorStore } from './editor-store.ts'
import { rangeAtCaret } from './range-at-caret.ts'
import type { CuttingActions } from './surface/surface.ts'

/** What input does in the mode Cut. That typing changes nothing is said once. */
export function cuttingActions(store: EditorStore, session: TranscriptSession, say: Say): CuttingActions {
  let isSaid = false
  return {
    strike: (range) => strikeWords(range ?? rangeAtCaret(store), session),
    onTyped: () => {
      if (!isSaid) toast.show({ text: say('cut-view.typed'), remedy: say('cut-view.typed.remedy') })
      isSaid = true
    },
  }
}

type Range = ReturnType<typeof rangeAtCaret>

/** Strikes the words, or restores them if all are struck; one step of undo. */
function strikeWords(range: Range, session: TranscriptSession): void {
  if (range === null) return
  const edits = toggleCut(session.state.transcript, range, () => session.newId())
  if (edits.length > 0) session.apply(edits, { stepId: session.newId() })
}

export const cutScopes = ['paragraph', 'before', 'onwards'] as const
export type CutScope = (typeof cutScopes)[number]

/** Cuts the paragraph at the caret, or all words before it or from it on; one step of undo. */
export function cutScope(scope: CutScope, store: EditorStore, session: TranscriptSession): void {
  const range = rangeOfScope(scope, store, session)
  if (range === null) return
  const edits = cutWords(session.state.transcript, [range], () => session.newId())
  if (edits.length > 0) session.apply(edits, { stepId: session.newId() })
}

function rangeOfScope(scope: CutScope, store: EditorStore, session: TranscriptSession): Range {
  const { paragraphs } = session.state.transcript
  const { selection } = store.getState()
  const words = paragraphs.flatMap((paragraph) =>
    scope !== 'paragraph' || paragraph.id === selection.paragraphId ? paragraph.words : [],
  )
  const at = words.findIndex(({ id }) => id === (selection.range?.fromWordId ?? selection.wordId))
  if (at < 0 && scope !== 'paragraph') return null
  const chosen = words.slice(scope === 'onwards' ? at : 0, scope === 'before' ? at : words.length)
  const [first, last] = [chosen[0], chosen.at(-1)]
  return first === undefined || last === undefined ? null : { fromWordId: first.id, toWordId: last.id }
}
