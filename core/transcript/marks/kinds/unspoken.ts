import { plainMark } from '../mark-kind.ts'

/** These words of a text supplied by a person are not in the sound. */
export const unspoken = plainMark('unspoken', {
  onEdit: 'goes',
  divides: 'both',
  inNewer: null,
  onRedacted: 'left-out',
})
