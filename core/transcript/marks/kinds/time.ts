import { plainMark } from '../mark-kind.ts'

/** These words are a time that a person put in to say where the recording was: nobody spoke them. */
export const time = plainMark('time')
