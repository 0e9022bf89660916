import { readAss } from './ass-reader.ts'
import { cueVoices, namesOf } from '../reading/cue-voices.ts'
import { documentCues } from '../document-cues.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { countedLosses, wordLosses } from '../losses.ts'
import { numpadOf, taggedText } from '../reading/styled-text.ts'
import { anyText, defaultOutput } from '../output-options.ts'
import { captionInput } from '../format-input.ts'
import { assFile, assItalics, assTimes, escapedAss } from './ass-text.ts'
import { assColor, BOX_COLOR, burnedAss, documentLook } from './burned-ass.ts'

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

/** As tall as the page draws them, whose typeface others do not have: sizes of Arial count its ascent and descent. */
const FONT = { name: 'Arial', lineHeight: 1.117 } as const
const PICTURE = { width: 1_920, height: 1_080 } as const

function writeAss(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const cues = documentCues(document, options)
  const { picture } = options
  if (picture !== undefined) return burnedAss(document, cues, { ...options, picture })
  const names = namesOf(document, options)
  let replaced = 0
  let rounded = 0
  const styles = styleNames([...new Set(names.values())], () => replaced++)
  const events = cues.map((cue) => {
    const voices = cueVoices(cue, names)
    const [first] = voices
    const text = voices
      .map(({ name, styled }, index) => {
        // `\r` with a style's name begins another speaker.
        const change = index === 0 ? '' : `{\\r${name === null ? 'Default' : styles.get(name)}}`
        return change + styled.map((line) => taggedText(line, escapedAss, assItalics)).join('\\N')
      })
      .join('\\N')
    const place = cue.position === undefined ? '' : `{\\an${numpadOf(cue.position)}}`
    const style =
      first?.name === null || first === undefined ? 'Default' : (styles.get(first.name) ?? 'Default')
    const { times, isRounded } = assTimes(cue, document)
    if (isRounded) rounded++
    return `Dialogue: 0,${times},${style},${style === 'Default' ? '' : style},0,0,0,,${place}${text}`
  })
  const look = documentLook(document, options, PICTURE)
  const px = (fraction: number): number => Math.round(fraction * PICTURE.height)
  const hasBox = options.details?.captionBox ?? defaultOutput.captionBox
  const style = {
    font: FONT.name,
    size: px(look.fontSize * FONT.lineHeight),
    edge: hasBox
      ? { color: BOX_COLOR, style: 3 as const, width: px(look.boxPadding / 2.5), shadow: 0 }
      : { color: '&H00000000', style: 1 as const, width: px(look.outline), shadow: 0 },
    side: px(look.side),
    bottom: px(look.bottom),
  }
  const text = assFile(
    document.recording.title,
    PICTURE,
    ['Default', ...styles.values()].map((name, index) => ({
      ...style,
      name,
      color: assColor(Math.max(0, index - 1)),
    })),
    events,
  )
  const losses = countedLosses([
    { code: 'markup-replaced', count: replaced },
    { code: 'time-precision', count: rounded },
  ])
  return { text, losses: [...wordLosses(document.transcript, 'styled'), ...losses] }
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
