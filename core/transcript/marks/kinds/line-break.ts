import { mustLieOnOneWord } from '../lint-rules.ts'
import { plainMark } from '../mark-kind.ts'

/** A line begins with this word inside its cue. */
export const lineBreak = plainMark(
  'line-break',
  { onEdit: 'goes', divides: 'start', inNewer: 'start', onRedacted: 'first' },
  mustLieOnOneWord,
)
