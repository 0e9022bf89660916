import { plainMark } from '../mark-kind.ts'

/** Captions leave these words out; the transcript keeps them. */
export const hide = plainMark('hide')
