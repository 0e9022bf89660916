import { mustBeTimeOnOneWord } from '../lint-rules.ts'
import { jsonMark } from '../mark-kind.ts'

/** The cue whose last word this is ends at so many ms of the recording; the word's times stay. */
export const cueEnd = jsonMark(
  'cue-end',
  (value): value is number => typeof value === 'number',
  mustBeTimeOnOneWord,
)
