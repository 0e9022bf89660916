import { plainMark } from '../mark-kind.ts'

/** These words of a text that a person brought are not in the sound. */
export const unspoken = plainMark('unspoken')
