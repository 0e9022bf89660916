import { mustSayText } from '../lint-rules.ts'
import { textMark } from '../mark-kind.ts'

/** A person's comment on these words. */
export const comment = textMark(
  'comment',
  { onEdit: 'stays', divides: 'nowhere', inNewer: 'passage', onRedacted: 'left-out', holdsText: true },
  mustSayText,
)
