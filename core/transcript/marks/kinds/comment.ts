import { mustSayText } from '../lint-rules.ts'
import { textMark } from '../mark-kind.ts'

/** What a person remarks on these words. */
export const comment = textMark('comment', mustSayText)
