import { mustLieOnOneWord } from '../lint-rules.ts'
import { jsonMark } from '../mark-kind.ts'

/** Whether the cue that begins with this word says who speaks, whatever the export's choice is. */
export const speakerName = jsonMark(
  'speaker-name',
  (value): value is boolean => typeof value === 'boolean',
  mustLieOnOneWord,
)
