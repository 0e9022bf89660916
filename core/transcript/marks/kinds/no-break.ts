import { plainMark } from '../mark-kind.ts'

/** No line and no cue begins between these words where that can be avoided. */
export const noBreak = plainMark('no-break')
