import { mustLieOnOneWord } from '../lint-rules.ts'
import { plainMark } from '../mark-kind.ts'

/** A cue begins with this word. */
export const breakBefore = plainMark('break-before', mustLieOnOneWord)
