import { isUnspaced } from '../../language/unspaced-scripts.ts'
import type { CueLine } from '../cue-line.ts'
import { shiftSpan } from '../words/text-span.ts'
import { textWidth } from './text-width.ts'

/**
 * The lines as they are drawn: one that is wider than `widestEm` is divided into as few as possible, of about the same
 * width; between words, else, and in scripts without spaces, between characters.
 */
export function fittingLines(lines: readonly CueLine[], widestEm: number): readonly CueLine[] {
  return lines.every(({ text }) => textWidth(text) <= widestEm)
    ? lines
    : lines.flatMap((line) => dividedLine(line, widestEm))
}

function dividedLine(line: CueLine, widestEm: number): CueLine[] {
  const whole = textWidth(line.text)
  if (whole <= widestEm) return [line]
  const units = unitsOf(line.text, widestEm)
  const count = packed(units, widestEm).length
  // The narrowest limit that needs no further line, by halving.
  let [least, most] = [whole / count, widestEm]
  for (let step = 0; step < 12; step++) {
    const middle = (least + most) / 2
    if (packed(units, middle).length <= count) most = middle
    else least = middle
  }
  return packed(units, most).map(([from, to]) => partOf(line, from, to))
}

interface Unit {
  readonly from: number
  /** After its spaces. */
  readonly to: number
  readonly width: number
  readonly spaceWidth: number
}

/** What is not divided: words, or characters of words that are too wide or in a script without spaces. */
function unitsOf(text: string, widestEm: number): Unit[] {
  return [...text.matchAll(/[^ ]+ *|^ +/gu)].flatMap(({ 0: word, index }) => {
    const shown = withoutSpaces(word)
    const spaceWidth = textWidth(word.slice(shown.length))
    const width = textWidth(shown)
    if (width <= widestEm && !isUnspaced(shown))
      return [{ from: index, to: index + word.length, width, spaceWidth }]
    let from = index
    return (shown.match(undivided) ?? []).map((character, place, all) => {
      const isLast = place === all.length - 1
      const start = from
      from += character.length
      return {
        from: start,
        to: isLast ? index + word.length : from,
        width: textWidth(character),
        spaceWidth: isLast ? spaceWidth : 0,
      }
    })
  })
}

/** A character with what is drawn on it, and with signs that begin no line. */
const undivided = /\P{M}\p{M}*(?:[\p{Pe}\p{Pf}\p{Po}ーっゃゅょッャュョ]\p{M}*){0,2}|\p{M}+/gu

/** Spaces at which no line is divided stay. */
const withoutSpaces = (text: string): string => text.replace(/ +$/u, '')

/** The lines that result if each takes as many units as fit; a unit that is wider has a line of its own. */
function packed(units: readonly Unit[], limit: number): [from: number, to: number][] {
  const lines: [number, number][] = []
  let width = Infinity
  for (const unit of units) {
    const last = lines.at(-1)
    if (last === undefined || width + unit.width > limit) {
      lines.push([unit.from, unit.to])
      width = unit.width + unit.spaceWidth
    } else {
      last[1] = unit.to
      width += unit.width + unit.spaceWidth
    }
  }
  return lines
}

function partOf(line: CueLine, from: number, to: number): CueLine {
  return partOfLine(line, from, from + withoutSpaces(line.text.slice(from, to)).length)
}

/** A part of a line's text with its italics. */
export function partOfLine({ text, italics = [], ...line }: CueLine, from: number, to: number): CueLine {
  const own = italics
    .map((span) => ({ from: Math.max(from, span.from), to: Math.min(to, span.to) }))
    .filter((span) => span.to > span.from)
    .map((span) => shiftSpan(span, -from))
  return { ...line, text: text.slice(from, to), ...(own.length === 0 ? {} : { italics: own }) }
}
