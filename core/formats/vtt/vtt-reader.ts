import type { Correction, ReadResult } from '../format.ts'
import { importedDocument, type ReadCue } from '../reading/imported-cues.ts'
import type { CuePosition } from '../../transcript/marks/kinds/position.ts'
import { readVttSettings, settingsOf } from './vtt-settings.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { type StrayBlock, vttCues } from './vtt-cues.ts'
import { withoutByteOrderMark } from '../reading/text-lines.ts'
import { voicesOf } from './vtt-voices.ts'

/**
 * Reads cues as the specification's parser does, and also a file without its header or with commas in its
 * times (`vtt-cues.ts`). A cue whose text follows only after a blank line has that text. Voices become speakers;
 * italics, positions and word times are kept; other tags, styles, regions and notes are ignored.
 */
export function readVtt(text: string): ReadResult {
  const { plain, corrections } = withoutByteOrderMark(text)
  const correct = (code: Correction['code'], line: number | null, detail: string): void => {
    corrections.push({ code, line, detail })
  }
  const { hasHeader, cues, unreadable, commas, strays } = vttCues(plain)
  if (!hasHeader) {
    if (cues.length === 0) throw new UnreadableText('no-cues', '', 'no WEBVTT header')
    correct('missing-header', 1, plain.split(/[\r\n]/, 1)[0] ?? '')
  }
  for (const { line, text: found } of unreadable) correct('time-unreadable', line, found)
  for (const { line, text: found } of commas) correct('time-notation', line, found)
  const late = new Map(strays.toReversed().map((stray) => [stray.cue, stray]))
  /** A number alone is that of a cue. */
  const isText = (stray: StrayBlock): boolean =>
    cues[stray.cue]?.payload.trim() === '' && late.get(stray.cue) === stray && !/^\d+$/.test(stray.text)
  for (const stray of strays)
    correct(isText(stray) ? 'blank-line-in-text' : 'text-without-time', stray.line, stray.text)
  const read = cues.map(({ line, startMs, endMs, settings, payload: own }, index): ReadCue => {
    const stray = late.get(index)
    const payload = stray !== undefined && isText(stray) ? stray.text : own
    const position = positionOf(settings)
    const isKept = settings === '' || settings === settingsOf(position)
    if (!isKept) correct('settings-dropped', line, settings)
    const { voices, dropped, droppedTimes } = voicesOf(payload)
    if (dropped.length > 0) correct('tags-dropped', line, dropped.join(' '))
    if (droppedTimes.length > 0) correct('word-times-dropped', line, droppedTimes.join(' '))
    return { line, startMs, endMs, voices, position }
  })
  const document = importedDocument(read, (correction) => corrections.push(correction))
  return { document, corrections }
}

/** Null for the default position and for settings that cannot be reduced to one of nine positions. */
function positionOf(settings: string): CuePosition | null {
  const { vertical, line, snapToLines, align, region } = readVttSettings(settings)
  if (vertical !== '' || region !== '' || line === 'auto') return placeAt('bottom', align)
  const share = snapToLines ? (line >= 0 ? line * 5 : 100 + line * 5) : line
  return placeAt(share < 34 ? 'top' : share < 67 ? 'middle' : 'bottom', align)
}

function placeAt(vertical: CuePosition['vertical'], align: string): CuePosition | null {
  const horizontal = align === 'left' || align === 'right' ? align : 'center'
  return vertical === 'bottom' && horizontal === 'center' ? null : { vertical, horizontal }
}
