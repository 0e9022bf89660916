import { mustLieOnOneWord } from '../lint-rules.ts'
import { plainMark } from '../mark-kind.ts'

/** Inside its cue a line begins with this word. */
export const lineBreak = plainMark('line-break', mustLieOnOneWord)
