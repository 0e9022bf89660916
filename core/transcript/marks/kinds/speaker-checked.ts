import { plainMark } from '../mark-kind.ts'

/** A person checked who says these words: their speaker is no longer doubted. */
export const speakerChecked = plainMark('speaker-checked', {
  onEdit: 'goes',
  divides: 'nowhere',
  inNewer: null,
  onRedacted: 'left-out',
})
