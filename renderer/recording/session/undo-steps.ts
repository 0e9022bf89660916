import type { Edit } from '#core/edits/edit'
import { continuesTyping, typingOf, type Typing } from '#core/edits/typing'
import { paragraphText, type Transcript } from '#core/transcript/transcript'

/** Gives edits their step of undo, by core's rules for keys that follow one another. */
export interface UndoSteps {
  /** `atMs`: any clock that runs on. `given`: the step that its maker chose; the next key may go on in it. */
  stepOf(edits: readonly Edit[], before: Transcript, atMs: number, given?: string): string
  /** Something came between: the next key begins a step of its own. */
  end(): void
}

export function undoSteps(): UndoSteps {
  let last: { readonly typing: Typing; readonly stepId: string; readonly atMs: number } | null = null
  return {
    stepOf(edits, before, atMs, given) {
      const [first] = edits
      const typing = first !== undefined && edits.length === 1 ? typingIn(before, first) : null
      const joins = typing !== null && last !== null && continuesTyping(last.typing, typing, atMs - last.atMs)
      const stepId = given ?? (joins && last !== null ? last.stepId : (first?.id ?? ''))
      last = typing === null ? null : { typing, stepId, atMs }
      return stepId
    },
    end() {
      last = null
    },
  }
}

function typingIn(transcript: Transcript, edit: Edit): Typing | null {
  if (edit.kind !== 'replace-text') return null
  const paragraph = transcript.paragraphs.find((each) => each.id === edit.paragraphId)
  return paragraph === undefined ? null : typingOf(paragraphText(paragraph), edit)
}
