import { mustLieOnOneWord } from '../lint-rules.ts'
import { plainMark } from '../mark-kind.ts'

/** A cue begins with this word. */
export const breakBefore = plainMark(
  'break-before',
  { onEdit: 'goes', divides: 'start', inNewer: 'start', onRedacted: 'first' },
  mustLieOnOneWord,
)
