import type { Cue } from '../../captions/cues.ts'
import type { CueLine } from '../../captions/cue-line.ts'
import { CAPTION_FONT } from '../../captions/look/caption-font.ts'
import {
  BOX_OPACITY,
  type CaptionLook,
  captionLook,
  type PictureSize,
} from '../../captions/look/caption-look.ts'
import { fittingLines } from '../../captions/look/fitting-lines.ts'
import { linesBelow } from '../../captions/look/lines-below.ts'
import { speakerColor } from '../../captions/look/speaker-colors.ts'
import { rulesOf } from '../../captions/presets/transcript-rules.ts'
import type { DocumentWithExtras, WriteOptions, WriteResult } from '../format.ts'
import { countedLosses, wordLosses } from '../losses.ts'
import { defaultOutput } from '../output-options.ts'
import { taggedText } from '../reading/styled-text.ts'
import { assFile, assItalics, assTimes, escapedAss, type LetterEdge } from './ass-text.ts'

/** The look of a document's captions on a picture. */
export function documentLook(
  { transcript }: DocumentWithExtras,
  { rules = rulesOf(transcript) }: Pick<WriteOptions, 'rules'>,
  picture: PictureSize,
): CaptionLook {
  return captionLook(picture, rules, transcript.language)
}

/** A speaker's color, by the speaker's place: blue, green, red. */
export const assColor = (place: number): string =>
  (speakerColor(place).match(/../gu) ?? []).toReversed().join('')

/** Black, as opaque as on the page. */
export const BOX_COLOR = `&H${Math.round(255 * (1 - BOX_OPACITY))
  .toString(16)
  .toUpperCase()}000000`

/**
 * ASS for libass alone, which draws the captions as the page does on a picture of this size, in pixels: an event for
 * each line at its own place, so that a box has one darkness whatever the lines hold. Needs the typeface's files.
 */
export function burnedAss(
  document: DocumentWithExtras,
  cues: readonly Cue[],
  options: WriteOptions & { readonly picture: PictureSize },
): WriteResult {
  const { picture, details = defaultOutput } = options
  const { width, height } = picture
  const look = documentLook(document, options, picture)
  // Whole pixels: boxes of lines meet without a gap.
  const lineHeight = Math.round(look.lineHeight * height)
  const padding = rounded(look.boxPadding * height)
  const edge: LetterEdge = details.captionBox
    ? { color: BOX_COLOR, style: 4, width: 0, shadow: 0 }
    : { color: '&H00000000', style: 1, width: rounded(look.outline * height), shadow: 0 }
  const box = details.captionBox ? `\\xshad${padding}\\yshad0` : ''
  const drawn = cues.map((cue) => ({ ...cue, lines: fittingLines(cue.lines, look.widestEm) }))
  const below = linesBelow(drawn, ({ lines }) => lines.length)
  const speakers = document.transcript.speakers.map(({ id }) => id)
  const colorTag = ({ speakerId }: CueLine): string => {
    const place = details.speakerColors && speakerId !== null ? speakers.indexOf(speakerId) : 0
    return place > 0 ? `\\c&H${assColor(place)}&` : ''
  }
  let roundedTimes = 0
  const events = drawn.flatMap((cue, index) => {
    const { times, isRounded } = assTimes(cue, document)
    if (isRounded) roundedTimes++
    const { vertical, horizontal } = cue.position ?? { vertical: 'bottom', horizontal: 'center' }
    const count = cue.lines.length
    const shift = (below[index] ?? 0) * lineHeight
    const lowest = {
      bottom: Math.round(height * (1 - look.bottom)) - shift,
      middle: Math.round((height + count * lineHeight) / 2) - shift,
      top: Math.round(height * look.top) + count * lineHeight + shift,
    }[vertical]
    const side = rounded(look.side * height)
    const x = { left: side, center: width / 2, right: width - side }[horizontal]
    const key = { left: 1, center: 2, right: 3 }[horizontal]
    return cue.lines.map((line, place) => {
      const y = lowest - (count - 1 - place) * lineHeight
      return `Dialogue: 0,${times},Default,,0,0,0,,{\\an${key}\\pos(${x},${y})${box}${colorTag(line)}}${textOf(line)}`
    })
  })
  const style = {
    name: 'Default',
    font: CAPTION_FONT,
    size: lineHeight,
    color: assColor(0),
    edge,
    side: 0,
    bottom: 0,
  }
  return {
    text: assFile(document.recording.title, picture, [style], events),
    losses: [
      ...wordLosses(document.transcript, 'styled'),
      ...countedLosses([{ code: 'time-precision', count: roundedTimes }]),
    ],
  }
}

const textOf = (line: CueLine): string => taggedText(line, escapedAss, assItalics)

const rounded = (pixels: number): number => Math.round(100 * pixels) / 100
