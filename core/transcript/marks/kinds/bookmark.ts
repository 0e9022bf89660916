import { optionalTextMark } from '../mark-kind.ts'

/** A place to find again, with or without a name. */
export const bookmark = optionalTextMark('bookmark', {
  onEdit: 'stays',
  divides: 'nowhere',
  inNewer: 'passage',
  onRedacted: 'left-out',
  holdsText: true,
})
