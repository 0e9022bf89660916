import { plainMark } from '../mark-kind.ts'

/** Captions set these words in italics. */
export const italic = plainMark('italic', {
  onEdit: 'stays',
  divides: 'both',
  inNewer: 'kept-words',
  onRedacted: 'left-out',
})
