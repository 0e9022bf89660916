import type { Cue } from '../../captions/cues.ts'
import type { CueLine } from '../../captions/cue-line.ts'
import type { TextSpan } from '../../captions/words/text-span.ts'
import type { TimeSpan } from '../../transcript/time-span.ts'
import { CAPTION_FONT } from '../../captions/look/caption-font.ts'
import {
  BOX_OPACITY,
  type CaptionLook,
  captionLook,
  type PictureSize,
} from '../../captions/look/caption-look.ts'
import { fittingLines, partOfLine } from '../../captions/look/fitting-lines.ts'
import { linesBelow } from '../../captions/look/lines-below.ts'
import { speakerColor } from '../../captions/look/speaker-colors.ts'
import { rulesOf } from '../../captions/presets/transcript-rules.ts'
import type { DocumentWithExtras, WriteOptions, WriteResult } from '../format.ts'
import { countedLosses, wordLosses } from '../losses.ts'
import { defaultOutput } from '../output-options.ts'
import { taggedText } from '../reading/styled-text.ts'
import { assFile, assItalics, type AssStyle, assTimes, escapedAss, type LetterEdge } from './ass-text.ts'

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

/** A caption whose lines fit into the picture. */
export interface BurnedCue extends Cue {
  /** Lines that are kept free between it and the picture's edge. */
  readonly below: number
  /** Its time, divided by the word that is said then; omitted or empty: no word has another color. */
  readonly parts?: readonly SpokenWordPart[]
}

/** A time in which a word of a caption is said; null: none that its lines show. */
export interface SpokenWordPart extends TimeSpan {
  readonly word: ({ readonly line: number } & TextSpan) | null
}

export interface BurnedLook {
  readonly look: CaptionLook
  /** In pixels. */
  readonly size: PictureSize
  readonly captionBox: boolean
}

/** The style of burned captions: white, on a box or with an outline. */
export function burnedStyle({ look, size: { height }, captionBox }: BurnedLook): AssStyle {
  const edge: LetterEdge = captionBox
    ? { color: BOX_COLOR, style: 4, width: 0, shadow: 0 }
    : { color: '&H00000000', style: 1, width: rounded(look.outline * height), shadow: 0 }
  return {
    name: 'Default',
    font: CAPTION_FONT,
    size: lineHeightOf(look, height),
    color: assColor(0),
    edge,
    side: 0,
    bottom: 0,
  }
}

/** Whole pixels: boxes of lines meet without a gap. */
const lineHeightOf = (look: CaptionLook, height: number): number => Math.round(look.lineHeight * height)

export interface BurnedEvents extends BurnedLook {
  readonly layer: number
  /** Start and end of a caption, or of a part of one, as ASS has them. */
  readonly times: (span: TimeSpan) => string
  /** A tag before a line, or nothing. */
  readonly colorTag: (line: CueLine) => string
  /** Of spoken words: blue, green, red. */
  readonly spokenColor: string
}

/** An event for each line at its own place, so that a box has one darkness whatever the lines hold. */
export function burnedEvents(cues: readonly BurnedCue[], drawn: BurnedEvents): string[] {
  const { look, size, captionBox, layer, times, colorTag, spokenColor } = drawn
  const { width, height } = size
  const lineHeight = lineHeightOf(look, height)
  const box = captionBox ? `\\xshad${rounded(look.boxPadding * height)}\\yshad0` : ''
  return cues.flatMap((cue) => {
    const { vertical, horizontal } = cue.position ?? { vertical: 'bottom', horizontal: 'center' }
    const count = cue.lines.length
    const shift = cue.below * lineHeight
    const lowest = {
      bottom: Math.round(height * (1 - look.bottom)) - shift,
      middle: Math.round((height + count * lineHeight) / 2) - shift,
      top: Math.round(height * look.top) + count * lineHeight + shift,
    }[vertical]
    const side = rounded(look.side * height)
    const x = { left: side, center: width / 2, right: width - side }[horizontal]
    const key = { left: 1, center: 2, right: 3 }[horizontal]
    const whole: readonly SpokenWordPart[] = [{ ...cue, word: null }]
    const { parts = [] } = cue
    return (parts.length === 0 ? whole : parts).flatMap((part) =>
      cue.lines.map((line, place) => {
        const y = lowest - (count - 1 - place) * lineHeight
        const tags = `{\\an${key}\\pos(${x},${y})${box}${colorTag(line)}}`
        const text =
          part.word?.line === place ? spokenText(line, part.word, spokenColor, colorTag(line)) : textOf(line)
        return `Dialogue: ${layer},${times(part)},Default,,0,0,0,,${tags}${text}`
      }),
    )
  })
}

/** A line with a word of another color. */
function spokenText(line: CueLine, { from, to }: TextSpan, color: string, ownColor: string): string {
  const own = ownColor === '' ? `\\c&H${assColor(0)}&` : ownColor
  const pieces = [
    [0, from, ''],
    [from, to, `{\\c&H${color}&}`],
    [to, line.text.length, `{${own}}`],
  ] as const
  return pieces
    .map(([start, end, tag]) => (end > start ? tag + textOf(partOfLine(line, start, end)) : ''))
    .join('')
}

/**
 * ASS for libass alone, which draws the captions as the page does on a picture of this size, in pixels. Needs the
 * typeface's files.
 */
export function burnedAss(
  document: DocumentWithExtras,
  cues: readonly Cue[],
  options: WriteOptions & { readonly picture: PictureSize },
): WriteResult {
  const { picture, details = defaultOutput } = options
  const { captionBox, speakerColors } = details
  const look = documentLook(document, options, picture)
  const drawn = cues.map((cue) => ({ ...cue, lines: fittingLines(cue.lines, look.widestEm) }))
  const below = linesBelow(drawn, ({ lines }) => lines.length)
  const speakers = document.transcript.speakers.map(({ id }) => id)
  const isRounded = (cue: Cue): boolean => assTimes(cue, document).isRounded
  const events = burnedEvents(
    drawn.map((cue, index) => ({ ...cue, below: below[index] ?? 0 })),
    {
      look,
      size: picture,
      captionBox,
      layer: 0,
      times: (span) => assTimes(span, document).times,
      colorTag: ({ speakerId }) => {
        const place = speakerColors && speakerId !== null ? speakers.indexOf(speakerId) : 0
        return place > 0 ? `\\c&H${assColor(place)}&` : ''
      },
      spokenColor: assColor(0),
    },
  )
  const style = burnedStyle({ look, size: picture, captionBox })
  return {
    text: assFile(document.recording.title, picture, [style], events),
    losses: [
      ...wordLosses(document.transcript, 'styled'),
      ...countedLosses([{ code: 'time-precision', count: cues.filter(isRounded).length }]),
    ],
  }
}

const textOf = (line: CueLine): string => taggedText(line, escapedAss, assItalics)

const rounded = (pixels: number): number => Math.round(100 * pixels) / 100
