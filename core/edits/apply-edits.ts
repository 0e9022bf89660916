import type { Transcript } from '../transcript/transcript.ts'
import type { AppliedEdit } from './apply.ts'
import type { Edit, RestoreEdit } from './edit.ts'
import { rebase } from './carry/rebase.ts'
import { EditRefused } from './refused.ts'
import { restoreBetween } from './history/restore.ts'
import type { EditLimits } from './times.ts'
import { touchedBetween } from './touched.ts'
import { WorkingCopy } from './working-copy.ts'

/**
 * The transcript after several edits applied in order, with the same result as `applyEdit` for each, but in
 * one pass as long as they change only the words of paragraphs. `inverse` undoes all of them at once and is
 * computed lazily.
 * @throws EditRefused when one of the edits cannot be applied; the given transcript is unchanged
 */
export function applyEdits(
  transcript: Transcript,
  edits: readonly Edit[],
  limits: EditLimits = {},
): AppliedEdit {
  const copy = new WorkingCopy(transcript, limits)
  for (const edit of edits) copy.apply(edit)
  const after = copy.transcript()
  const id = `${edits[0]?.id ?? 'nothing'}/inverse`
  return {
    transcript: after,
    get inverse() {
      return restoreBetween(id, transcript, after)
    },
    touched: touchedBetween(transcript, after),
  }
}

/** The outcome of an edit that was made on an older state. */
export type Carried =
  | {
      readonly outcome: 'applied'
      /** The edit as applied here. */
      readonly edit: Edit
      /** False when the applied edit differs from the one that was sent. */
      readonly asSent: boolean
      readonly inverse: RestoreEdit
    }
  /** Everything that the edit asks for is already so. */
  | { readonly outcome: 'nothing-left' }
  | { readonly outcome: 'refused'; readonly refusal: EditRefused }

export interface CarriedEdits {
  readonly transcript: Transcript
  /** One for each edit, in the same order. */
  readonly carried: readonly Carried[]
}

/**
 * Applies edits that may have been made on an older state in order, each carried over by `rebase`. Edits that
 * no longer make sense are skipped and reported; a text edit is never among them.
 */
export function carryEdits(
  transcript: Transcript,
  edits: readonly Edit[],
  limits: EditLimits = {},
): CarriedEdits {
  const copy = new WorkingCopy(transcript, limits)
  const carried = edits.map((sent): Carried => {
    const edit = copy.fits(sent) ? sent : rebase(sent, copy.transcript())
    if (edit === null) return { outcome: 'nothing-left' }
    try {
      return { outcome: 'applied', edit, asSent: edit === sent, ...copy.apply(edit) }
    } catch (error) {
      if (error instanceof EditRefused) return { outcome: 'refused', refusal: error }
      throw error
    }
  })
  return { transcript: copy.transcript(), carried }
}
