import { optionalTextMark } from '../mark-kind.ts'

/** Words to omit from exports, with the text to show instead (null: the usual placeholder). No export applies it yet. */
export const redaction = optionalTextMark('redaction')
