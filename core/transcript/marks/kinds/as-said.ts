import { plainMark } from '../mark-kind.ts'

/** Words that are written as they were said where fillers are hidden or numbers are in digits. */
export const asSaid = plainMark('as-said', {
  onEdit: 'goes',
  divides: 'nowhere',
  inNewer: 'kept-words',
  onRedacted: 'left-out',
})
