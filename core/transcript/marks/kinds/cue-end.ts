import { mustBeTimeOnOneWord } from '../lint-rules.ts'
import { jsonMark } from '../mark-kind.ts'

/** End, in ms of the recording, of the cue that ends with this word; the word's times are unchanged. */
export const cueEnd = jsonMark(
  'cue-end',
  (value): value is number => typeof value === 'number',
  mustBeTimeOnOneWord,
)
