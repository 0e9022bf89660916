import { plainLanguage } from '../presets/netflix-rules.ts'
import type { CaptionRules } from '../caption-rules.ts'
import { LINE_HEIGHT } from './caption-font.ts'

/** Only the ratio matters. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** How captions are drawn, on the page and in films: fractions of the picture's height. */
export interface CaptionLook {
  /** An em. */
  readonly fontSize: number
  readonly lineHeight: number
  /** What the box has more than the letters at both ends of a line. */
  readonly boxPadding: number
  readonly outline: number
  /** From the picture's edges to the letters' line. */
  readonly top: number
  readonly bottom: number
  readonly side: number
  /** The longest line, in em. */
  readonly widestEm: number
}

/** Opacity of the box, black. */
export const BOX_OPACITY = 0.8
/** Of the picture's height, if the rules do not say another. */
export const USUAL_BOTTOM_PERCENT = 8
/**
 * Above the buttons and the title that phones show over a vertical film: TikTok's lie on the lowest 484 of 1,920 lines,
 * those of Shorts and Reels on fewer.
 */
export const PHONE_BOTTOM_PERCENT = 26

/** A line is 8 % of the height of 16:9 (BBC 5.1). */
const LARGEST = 0.06
/** Of the width: lines of 25 characters in 90 % of 9:16 (BBC B3.1), and the least that is still read on a phone. */
const LARGEST_OF_WIDTH = 0.065
const LEAST_OF_WIDTH = 0.04
/** Of the width: graphics safe area (EBU R 95). */
const SIDE = 0.05
/** Of the height. */
const TOP = 0.08
/** Most lines are narrower, in em a character. */
const CHARACTER = 0.54

/**
 * The look of captions on a picture of this shape. The size of letters is one for a whole film: the rules' longest line
 * fits into the picture unless the letters would be too small.
 */
export function captionLook(
  { width, height }: PictureSize,
  { maxCharactersPerLine, bottomMarginPercent = USUAL_BOTTOM_PERCENT }: CaptionRules,
  language: string,
): CaptionLook {
  const ratio = width / height
  const side = SIDE * ratio
  const room = ratio - 2 * side
  const isWide = ['ja', 'ko', 'zh', 'yue'].includes(plainLanguage(language))
  const longestEm = isWide
    ? Math.min(20, Math.max(10, maxCharactersPerLine))
    : CHARACTER * Math.min(42, Math.max(20, maxCharactersPerLine))
  const fitting = Math.min(LARGEST, LARGEST_OF_WIDTH * ratio, room / longestEm)
  const fontSize = Math.max(fitting, Math.min(LARGEST, LEAST_OF_WIDTH * ratio))
  return {
    fontSize,
    lineHeight: fontSize * LINE_HEIGHT,
    boxPadding: 0.4 * fontSize,
    outline: 0.06 * fontSize,
    top: TOP,
    bottom: bottomMarginPercent / 100,
    side,
    widestEm: room / fontSize,
  }
}
