import { textMark } from '../mark-kind.ts'

/** What captions say for these words; the transcript stays verbatim. Blank: they say nothing for them. */
export const wording = textMark('wording')
