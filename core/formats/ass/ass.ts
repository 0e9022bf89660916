import { readAss } from './ass-reader.ts'
import { cueVoices, namesOf } from '../reading/cue-voices.ts'
import { documentCues } from '../document-cues.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { countedLosses, wordLosses } from '../losses.ts'
import { numpadOf, taggedText } from '../reading/styled-text.ts'
import { anyText } from '../output-options.ts'
import { captionInput } from '../format-input.ts'

/** Advanced SubStation Alpha (v4.00+), with a style for each speaker; also reads SubStation Alpha (v4.00). */
export const ass: FormatOf<'ass'> = {
  id: 'ass',
  label: { en: 'Advanced SubStation (ASS)', fr: 'Advanced SubStation (ASS)' },
  purpose: { en: 'Captions with a style for each speaker', fr: 'Sous-titres avec un style par voix' },
  extension: '.ass',
  mediaType: 'text/x-ssa',
  choices: { names: false, times: false, firstPage: false, captions: 'with-names' },
  output: { ...anyText, offset: true, details: ['captionBox'] },
  group: 'captions',
  input: { ...captionInput, otherExtensions: ['.ssa'] },
  read: readAss,
  write: writeAss,
}

/** Blue, green, red: white first, then colors of the same lightness (BBC Subtitle Guidelines §8.3, then paler ones). */
const colors = ['FFFFFF', '00FFFF', 'FFFF00', '00FF00', 'FFC0FF', 'C0E0FF', 'FFE0C0', 'C0FFC0']
const italics = ['{\\i1}', '{\\i0}'] as const
const styleFormat =
  'Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding'

function writeAss(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const cues = documentCues(document, options)
  const names = namesOf(document, options)
  const edge = options.details?.captionBox === true ? BOX : OUTLINE
  let replaced = 0
  let rounded = 0
  const styles = styleNames([...new Set(names.values())], () => replaced++)
  // A time after a frame's own would show the caption one frame late.
  const inTens = document.transcript.frames === undefined ? Math.round : Math.floor
  const events = cues.map((cue) => {
    const voices = cueVoices(cue, names)
    const [first] = voices
    const text = voices
      .map(({ name, styled }, index) => {
        // `\r` with a style's name begins another speaker.
        const change = index === 0 ? '' : `{\\r${name === null ? 'Default' : styles.get(name)}}`
        return change + styled.map((line) => taggedText(line, escapedAss, italics)).join('\\N')
      })
      .join('\\N')
    const place = cue.position === undefined ? '' : `{\\an${numpadOf(cue.position)}}`
    const style =
      first?.name === null || first === undefined ? 'Default' : (styles.get(first.name) ?? 'Default')
    const startMs = inTens(cue.startMs / 10) * 10
    const endMs = Math.max(startMs + 10, inTens(cue.endMs / 10) * 10)
    if (startMs !== cue.startMs || endMs !== cue.endMs) rounded++
    return `Dialogue: 0,${assTime(startMs)},${assTime(endMs)},${style},${style === 'Default' ? '' : style},0,0,0,,${place}${text}`
  })
  const title = document.recording.title
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const lines = [
    '[Script Info]',
    ...(title === '' ? [] : [`Title: ${title}`]),
    'ScriptType: v4.00+',
    'WrapStyle: 2',
    'ScaledBorderAndShadow: yes',
    'PlayResX: 1920',
    'PlayResY: 1080',
    '',
    '[V4+ Styles]',
    `Format: ${styleFormat}`,
    styleLine('Default', 0, edge),
    ...[...styles.values()].map((name, index) => styleLine(name, index, edge)),
    '',
    '[Events]',
    'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
    ...events,
  ]
  const losses = countedLosses([
    { code: 'markup-replaced', count: replaced },
    { code: 'time-precision', count: rounded },
  ])
  return { text: `${lines.join('\n')}\n`, losses: [...wordLosses(document.transcript, 'styled'), ...losses] }
}

/** A style's name for each speaker: fields end at a comma, tags at a brace or backslash. */
function styleNames(names: readonly string[], replace: () => void): Map<string, string> {
  const taken = new Set(['Default'])
  return new Map(
    names.map((name) => {
      const base =
        name
          .replaceAll(/[,{}\\]/gu, ' ')
          .replaceAll(/ {2,}/gu, ' ')
          .trim() || '_'
      let style = base
      for (let number = 2; taken.has(style); number++) style = `${base} ${number}`
      if (style !== name) replace()
      taken.add(style)
      return [name, style]
    }),
  )
}

/** How letters are set off from the picture. Colors: alpha, blue, green, red; 00 is opaque. */
interface LetterEdge {
  readonly color: string
  /** 1: an outline and a shadow; 3: a box, whose margin is the outline's width. */
  readonly style: 1 | 3
  readonly widthPx: number
  readonly shadowPx: number
}

const OUTLINE: LetterEdge = { color: '&H00000000', style: 1, widthPx: 3, shadowPx: 1 }
/** As dark as the box of captions on the page. */
const BOX: LetterEdge = { color: '&H33000000', style: 3, widthPx: 10, shadowPx: 0 }

const styleLine = (name: string, index: number, { color, style, widthPx, shadowPx }: LetterEdge): string =>
  `Style: ${name},Arial,64,&H00${colors[index % colors.length]},&H00FFFFFF,${color},&H80000000,0,0,0,0,100,100,0,0,${style},${widthPx},${shadowPx},2,96,96,54,1`

/**
 * Braces are escaped; a word joiner after a backslash, which has no escape, keeps it from being read as part
 * of a tag or line end.
 */
const escapedAss = (text: string): string =>
  text.replaceAll('\\', '\\\u2060').replaceAll('{', '\\{').replaceAll('}', '\\}')

function assTime(ms: number): string {
  const seconds = Math.floor(ms / 1_000)
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `${Math.floor(seconds / 3_600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}.${pad(Math.floor((ms % 1_000) / 10))}`
}
