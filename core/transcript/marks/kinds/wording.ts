import { textMark } from '../mark-kind.ts'

/** Text that captions show instead of these words; the transcript stays verbatim. Blank: captions omit them. */
export const wording = textMark('wording', {
  onEdit: 'stays',
  divides: 'both',
  inNewer: 'kept-words',
  onRedacted: 'left-out',
  holdsText: true,
})
