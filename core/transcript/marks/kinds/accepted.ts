import { plainMark } from '../mark-kind.ts'

/** A person looked at these words and left them as they are: they are no longer doubted. */
export const accepted = plainMark('accepted')
