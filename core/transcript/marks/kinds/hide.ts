import { plainMark } from '../mark-kind.ts'

/** Captions leave these words out; the transcript keeps them. */
export const hide = plainMark('hide', {
  onEdit: 'stays',
  divides: 'both',
  inNewer: 'kept-words',
  onRedacted: 'left-out',
})
