import { plainMark } from '../mark-kind.ts'

/** Line and cue breaks between these words are avoided where possible. */
export const noBreak = plainMark('no-break', {
  onEdit: 'goes',
  divides: 'nowhere',
  inNewer: 'kept-words',
  onRedacted: 'last',
})
