import { optionalTextMark } from '../mark-kind.ts'

/** Exports omit these words and show the value instead; null means the usual placeholder. */
export const redaction = optionalTextMark('redaction')
