import { mustSayText } from '../lint-rules.ts'
import { textMark } from '../mark-kind.ts'

/** The comment on these words with this id is resolved; one of a comment that is gone has no effect. */
export const commentResolved = textMark(
  'comment-resolved',
  { onEdit: 'stays', divides: 'nowhere', inNewer: 'passage', onRedacted: 'left-out' },
  mustSayText,
)
