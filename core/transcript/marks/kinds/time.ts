import { plainMark } from '../mark-kind.ts'

/** These words are a time of the recording that a person inserted; nobody spoke them. */
export const time = plainMark('time', {
  onEdit: 'goes',
  divides: 'both',
  inNewer: null,
  onRedacted: 'left-out',
})
