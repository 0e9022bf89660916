import { optionalTextMark } from '../mark-kind.ts'

/** Words that leave the library as a placeholder: this text, or the usual one (null); see core/redaction. */
export const redaction = optionalTextMark('redaction')
