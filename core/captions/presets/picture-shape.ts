import type { CaptionRules } from '../caption-rules.ts'
import { presetFor } from './netflix.ts'
import { vertical } from './vertical.ts'

/** Lines that are longer than those of the vertical preset by so many characters nearly fit too. */
const NEARLY = 4

/**
 * Whether lines are as short as a tall picture needs, whatever preset the rules are based on; null in a language whose
 * lines are short enough for any picture.
 */
export function areForTallPictures(
  { maxCharactersPerLine }: Pick<CaptionRules, 'maxCharactersPerLine'>,
  language: string,
): boolean | null {
  const tall = vertical.rulesFor(language).maxCharactersPerLine
  return presetFor(language).maxCharactersPerLine <= tall ? null : maxCharactersPerLine <= tall + NEARLY
}
