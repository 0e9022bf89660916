import { optionalTextMark } from '../mark-kind.ts'

/** Words that leave the library as a placeholder: this text, or the usual one (null); see core/redaction. */
export const redaction = optionalTextMark('redaction', {
  onEdit: 'stays',
  whenGone: (_value, { startMs, endMs }) => ({ kind: 'redacted-sound', value: { startMs, endMs } }),
  divides: 'both',
  inNewer: 'passage',
  onRedacted: 'left-out',
})
