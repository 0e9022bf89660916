import { mustBeTimeOnOneWord } from '../lint-rules.ts'
import { jsonMark } from '../mark-kind.ts'

/** Start, in ms of the recording, of the cue that begins with this word; the word's times are unchanged. */
export const cueStart = jsonMark(
  'cue-start',
  {
    mapTimes: (ms, map) => map(ms),
    onEdit: 'goes',
    divides: 'start',
    inNewer: 'start',
    onRedacted: 'first',
  },
  (value): value is number => typeof value === 'number',
  mustBeTimeOnOneWord,
)
