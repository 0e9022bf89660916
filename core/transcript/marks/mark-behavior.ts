import type { TimeSpan } from '../time-span.ts'
import type { Mark } from './mark.ts'
import type { MarkBehavior } from './mark-kind.ts'
import { kindOf } from './stored-mark.ts'

/** Undefined for a mark of an unknown kind. */
export const behaviorOf = ({ kind }: Pick<Mark, 'kind'>): MarkBehavior<unknown> | undefined =>
  kindOf(kind)?.behavior

/** Whether it redacts words or sound. */
export const isRedactionMark = (mark: Mark): boolean => behaviorOf(mark)?.onRedacted === 'never-leaves'

/** Times at which sound is silent because of the values of marks. */
export const silencesOf = (marks: readonly Mark[]): TimeSpan[] =>
  marks.flatMap((mark) => behaviorOf(mark)?.silenceOf?.(mark.value) ?? [])
