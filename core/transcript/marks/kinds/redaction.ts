import { optionalTextMark } from '../mark-kind.ts'

/** What leaves the program does not have these words; the value stands for them, null the usual placeholder. */
export const redaction = optionalTextMark('redaction')
