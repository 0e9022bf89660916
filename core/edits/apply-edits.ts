import type { Transcript } from '../transcript/transcript.ts'
import type { AppliedEdit } from './apply.ts'
import type { Edit, RestoreEdit } from './edit.ts'
import { rebase } from './carry/rebase.ts'
import { EditRefused } from './refused.ts'
import { restoreBetween } from './history/restore.ts'
import type { EditLimits } from './times.ts'
import { touchedBetween } from './touched.ts'
import type { Typing } from './typing.ts'
import { WorkingCopy } from './working-copy.ts'

/**
 * The transcript after many edits in their order: what `applyEdit` gives for one after the other, in one pass where
 * they change the words of paragraphs. `inverse` takes all of them back at once; it is made when asked for.
 * @throws EditRefused when one of them cannot be made here; the transcript given is as it was
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

/** What became of an edit that was made on an older state. */
export type Carried =
  | {
      readonly outcome: 'applied'
      /** As it was made here. */
      readonly edit: Edit
      /** False: it is another than the one that was sent. */
      readonly asSent: boolean
      readonly inverse: RestoreEdit
      readonly typing: Typing | null
    }
  /** All that it says is so already. */
  | { readonly outcome: 'nothing-left' }
  | { readonly outcome: 'refused'; readonly refusal: EditRefused }

export interface CarriedEdits {
  readonly transcript: Transcript
  /** One for each edit, in their order. */
  readonly carried: readonly Carried[]
}

/**
 * Makes edits that may have been made on an older state, one after the other, each carried over by `rebase`. What
 * cannot be meant any more is left out and named; a text is never among it.
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
