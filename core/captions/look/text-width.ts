import { characterWidths } from './character-widths.ts'

/** Those that the typeface lacks are drawn with another: about as wide, or as a square. */
const UNKNOWN = 0.6
const SQUARE = 1
const square =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u30FF\uFF01-\uFF60]/u
const noWidth = /[\p{Mn}\p{Me}\p{Cf}]/u

const known = new Map(
  characterWidths.flatMap(([first, widths]) =>
    Array.from({ length: widths.length / 2 }, (_, index): [number, number] => [
      first + index,
      Number.parseInt(widths.slice(2 * index, 2 * index + 2), 36) / 1_024,
    ]),
  ),
)

/** Width of a text in the typeface of captions, in em, without kerning. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

function characterWidth(character: string): number {
  const measured = known.get(character.codePointAt(0) ?? 0)
  if (measured !== undefined && measured > 0) return measured
  if (noWidth.test(character)) return 0
  return square.test(character) ? SQUARE : UNKNOWN
}
