/** Width of a character of the writer's font, in its pixels; wider ones are rare. */
const CHARACTER = 32
const MARGINS = 2 * 96
const MIN_WIDTH = 1_080
const MAX_WIDTH = 1_440
const HEIGHT = 1_080

/**
 * Adapts ASS written by Parolo to a picture that is not 16:9: the font size is relative to the picture's
 * height, so lines would not fit in a narrow picture. A line that is still too long wraps.
 */
export function fitAss(ass: string, picture: { readonly width: number; readonly height: number }): string {
  const { width, height } = picture
  if (width <= 0 || height <= 0) return ass
  const needed = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, longestLine(ass) * CHARACTER + MARGINS))
  const across = Math.max(needed, Math.round((HEIGHT * width) / height))
  return ass
    .replace(/^PlayResX: .*$/mu, `PlayResX: ${across}`)
    .replace(/^PlayResY: .*$/mu, `PlayResY: ${Math.round((across * height) / width)}`)
    .replace(/^WrapStyle: .*$/mu, 'WrapStyle: 0')
}

function longestLine(ass: string): number {
  let longest = 0
  for (const [, shown = ''] of ass.matchAll(/^Dialogue: (?:[^,\n]*,){9}(.*)$/gmu)) {
    for (const line of shown.replaceAll(/\{\\[^}]*\}/gu, '').split('\\N'))
      longest = Math.max(longest, line.length)
  }
  return longest
}
