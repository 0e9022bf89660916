import { kindOf } from '../../transcript/marks/stored-mark.ts'
import type { Mark, Transcript } from '../../transcript/transcript.ts'

/** Whether the mark can be carried over to another transcript of the recording. */
export const isCarried = ({ kind }: Mark): boolean => (kindOf(kind)?.behavior.inNewer ?? null) !== null

/** Ids that `layoutMarks` and `StyleMarks` give to the marks of a file; the same in every transcript. */
const fileId = /^(?:cue|style)\.\d+$/u

type Marked = Pick<Transcript, 'id' | 'marks'>

/**
 * The mark's id in the transcript that it is carried over to: derived, so that it is not carried over twice.
 */
export function carriedId({ id }: Pick<Transcript, 'id'>, mark: Pick<Mark, 'id'>): string {
  return fileId.test(mark.id) ? `${id}/${mark.id}` : mark.id
}

/**
 * Marks that a person made in one transcript and that another one has never had. Marks of an imported file
 * count once a person has changed them.
 * @param setIn ids of the marks that a person set in each, including deleted ones
 */
export function marksToCarry(
  from: Marked,
  to: Marked,
  setIn: { readonly from: ReadonlySet<string>; readonly to: ReadonlySet<string> },
): Mark[] {
  const known = new Set(to.marks.map(({ id }) => id))
  return from.marks.filter((mark) => {
    if (!isCarried(mark) || (fileId.test(mark.id) && !setIn.from.has(mark.id))) return false
    const id = carriedId(from, mark)
    return !known.has(id) && !setIn.to.has(id) && !id.startsWith(`${to.id}/`)
  })
}

/** Marks as counted for people: a comment and its resolved state are one. */
export function countedMarks(marks: readonly Mark[]): Mark[] {
  const ids = new Set(marks.map(({ id }) => id))
  return marks.filter((mark) => mark.kind !== 'comment-resolved' || !ids.has(mark.value))
}
