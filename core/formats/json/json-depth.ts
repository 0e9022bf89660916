import { checkLimit } from '../reading/limits.ts'

/**
 * Throws UnreadableText if lists and objects of a JSON text are nested too deeply, as code that walks them
 * recurses at each level. Invalid JSON is left to the parser.
 */
export function checkJsonDepth(text: string): void {
  let depth = 0
  let isInText = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (isInText) {
      if (sign === '\\') at++
      else if (sign === '"') isInText = false
    } else if (sign === '"') isInText = true
    else if (sign === '[' || sign === '{') checkLimit('nested', ++depth)
    else if (sign === ']' || sign === '}') depth--
  }
}
