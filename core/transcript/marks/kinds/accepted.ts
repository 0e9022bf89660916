import { plainMark } from '../mark-kind.ts'

/** A person checked these words and left them unchanged: they are no longer doubted. */
export const accepted = plainMark('accepted', {
  onEdit: 'goes',
  divides: 'nowhere',
  inNewer: 'same-words',
  onRedacted: 'left-out',
})
