import type { Edit } from '#core/edits/edit'
import { continuesTyping, typingOf, type Typing } from '#core/edits/typing'
import { paragraphText, type Transcript } from '#core/transcript/transcript'

/** Assigns edits to undo steps, by core's rules for consecutive keystrokes. */
export interface UndoSteps {
  /**
   * `after`: the result of the edits on `before`. `atMs`: any monotonic clock. `given`: a step set by the
   * caller; the next keystroke may continue it.
   */
  stepOf(edits: readonly Edit[], before: Transcript, after: Transcript, atMs: number, given?: string): string
  /** Ends the step: the next keystroke starts a new one. */
  end(): void
}

export function undoSteps(): UndoSteps {
  let last: { readonly typing: Typing; readonly stepId: string; readonly atMs: number } | null = null
  return {
    stepOf(edits, before, after, atMs, given) {
      const [first] = edits
      const typing = edits.length === 1 && first !== undefined ? typingIn(before, first) : null
      const joins = typing !== null && last !== null && continuesTyping(last.typing, typing, atMs - last.atMs)
      const stepId = given ?? (joins && last !== null ? last.stepId : (first?.id ?? ''))
      const begun = typing ?? typingThatOpened(edits, before, after)
      last = begun === null ? null : { typing: begun, stepId, atMs }
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

/**
 * The first letter on a line without a paragraph: inserted into an adjacent paragraph and split off, or inserted as a
 * note.
 */
function typingThatOpened(edits: readonly Edit[], before: Transcript, after: Transcript): Typing | null {
  const [first, second] = edits
  if (first === undefined || edits.length > 2) return null
  let ids: readonly string[]
  let inserted: string | undefined
  if (first.kind === 'insert-sound' && second === undefined) {
    ids = [`${first.id}.0`]
    inserted = first.text
  } else if (first.kind === 'replace-text' && second?.kind === 'split-paragraph') {
    ids = [first.paragraphId, `${second.id}.0`]
    inserted = typingIn(before, first)?.inserted.trim()
  } else return null
  const opened = after.paragraphs.find((each) => ids.includes(each.id) && paragraphText(each) === inserted)
  if (opened === undefined || inserted === undefined) return null
  return { paragraphId: opened.id, at: 0, earliestAt: 0, removed: 0, inserted }
}
