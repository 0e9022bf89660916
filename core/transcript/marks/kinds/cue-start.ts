import { mustBeTimeOnOneWord } from '../lint-rules.ts'
import { jsonMark } from '../mark-kind.ts'

/** The cue whose first word this is begins at so many ms of the recording; the word's times stay. */
export const cueStart = jsonMark(
  'cue-start',
  (value): value is number => typeof value === 'number',
  mustBeTimeOnOneWord,
)
