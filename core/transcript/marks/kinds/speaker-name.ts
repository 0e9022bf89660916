import { mustLieOnOneWord } from '../lint-rules.ts'
import { jsonMark } from '../mark-kind.ts'

/** Whether the cue that begins with this word shows the speaker's name, overriding the export's setting. */
export const speakerName = jsonMark<'speaker-name', boolean>(
  'speaker-name',
  { onEdit: 'goes', divides: 'start', inNewer: 'start', onRedacted: 'first' },
  (value): value is boolean => typeof value === 'boolean',
  mustLieOnOneWord,
)
