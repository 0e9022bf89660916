import type { Correction, ReadResult } from '../format.ts'
import { importedDocument, type ReadCue } from '../reading/imported-cues.ts'
import { positionOfNumpad } from '../reading/styled-text.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { linesOf, withoutByteOrderMark } from '../reading/text-lines.ts'

const timeForm = /^\s*(\d+):(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,3}))?\s*$/
/** Default fields of an event if the file does not list them. */
const usualFields = [
  'layer',
  'start',
  'end',
  'style',
  'name',
  'marginl',
  'marginr',
  'marginv',
  'effect',
  'text',
]

interface Context {
  readonly correct: Correct
  /** Names of the styles that the file defines. */
  readonly styles: ReadonlySet<string>
}

/** Indexes of the fields of an event. */
interface Fields {
  readonly count: number
  readonly places: ReadonlyMap<string, number>
}

const fieldsOf = (names: readonly string[]): Fields => ({
  count: names.length,
  places: new Map(names.map((name, place) => [name, place])),
})

type Correct = (code: Correction['code'], line: number | null, detail: string) => void

/**
 * Reads the dialogue of SubStation Alpha files: names become speakers; italics and positions are kept.
 * Styles, effects and drawings are dropped.
 */
export function readAss(text: string): ReadResult {
  const { plain, corrections } = withoutByteOrderMark(text)
  const correct: Correct = (code, line, detail) => {
    corrections.push({ code, line, detail })
  }
  let section = ''
  let fields = fieldsOf(usualFields)
  let title = ''
  const styles = new Set(['Default'])
  const cues: ReadCue[] = []
  let hasEvents = false
  for (const [index, line] of linesOf(plain).entries()) {
    const header = /^\s*\[(.+)\]\s*$/.exec(line)
    if (header !== null) {
      section = header[1]?.toLowerCase() ?? ''
      continue
    }
    const [, key = '', value = ''] = /^([^:;]+):\s?(.*)$/.exec(line.trimStart()) ?? []
    if (section === 'script info' && key === 'Title') title = value.trim()
    if (key === 'Style') styles.add(value.split(',', 1)[0]?.trim() ?? '')
    if (section !== 'events' && key !== 'Dialogue') continue
    if (key === 'Format') fields = fieldsOf(value.split(',').map((field) => field.trim().toLowerCase()))
    if (key !== 'Dialogue') continue
    hasEvents = true
    const cue = readDialogue(value, fields, index + 1, { correct, styles })
    if (cue !== null) cues.push(cue)
  }
  if (!hasEvents && section === '') throw new UnreadableText('no-cues', '', 'no dialogue')
  // Events may be in any order.
  const ordered = cues.toSorted((a, b) => a.startMs - b.startMs)
  const document = importedDocument(ordered, (correction) => corrections.push(correction), { title })
  return { document, corrections }
}

function readDialogue(
  value: string,
  { count, places }: Fields,
  line: number,
  context: Context,
): ReadCue | null {
  const texts = value.split(',')
  // The last field is the text, which may contain commas.
  const own = [...texts.slice(0, count - 1), texts.slice(count - 1).join(',')]
  const field = (name: string): string => own[places.get(name) ?? -1] ?? ''
  const startMs = milliseconds(field('start'))
  const endMs = milliseconds(field('end'))
  if (startMs === null || endMs === null) {
    context.correct('time-unreadable', line, value)
    return null
  }
  const name = field('name').trim() || field('actor').trim() || null
  const { voices, numpad } = voicesOf(field('text'), name, line, context)
  return { line, startMs, endMs, voices, position: positionOfNumpad(numpad) }
}

function milliseconds(text: string): number | null {
  const match = timeForm.exec(text)
  if (match === null) return null
  const seconds = Number(match[1]) * 3_600 + Number(match[2]) * 60 + Number(match[3])
  return seconds * 1_000 + Number((match[4] ?? '').padEnd(3, '0'))
}

interface Voice {
  readonly name: string | null
  text: string
  readonly italics: { from: number; to: number }[]
}

/** Escaped braces, line ends, no-break spaces, tags, a backslash as `ass.ts` writes it. */
const sign = /\\([{}])|\\([Nn])|\\h|\{[^{}]*\}|\\\u2060/gu

/** `numpad`: the position from the first tag that sets it; 0 if none does. */
function voicesOf(
  text: string,
  name: string | null,
  line: number,
  { correct, styles }: Context,
): { readonly voices: Voice[]; readonly numpad: number } {
  const voices: Voice[] = [{ name, text: '', italics: [] }]
  let isItalic = false
  const dropped: string[] = []
  let isDrawing = false
  let numpad = 0
  let at = 0
  const add = (piece: string): void => {
    const voice = voices.at(-1)
    if (voice === undefined || isDrawing) return
    const from = voice.text.length
    voice.text += piece
    if (isItalic && piece !== '') voice.italics.push({ from, to: voice.text.length })
  }
  for (const match of text.matchAll(sign)) {
    add(text.slice(at, match.index))
    at = match.index + match[0].length
    const [found, brace, lineEnd] = match
    if (brace !== undefined) add(brace)
    else if (lineEnd !== undefined) add('\n')
    else if (found === String.raw`\h`) add('\u00A0')
    else if (found === '\\\u2060') add('\\')
    else {
      const style = /^\{\\r([^\\}]+)\}$/.exec(found)?.[1]
      // A change of style at the start of a line means another speaker, as `ass.ts` writes it.
      const isChange = style !== undefined && styles.has(style) && voices.at(-1)?.text.endsWith('\n') === true
      // A block may have several tags: the last one counts, and a change of style ends italics.
      const italic = [...found.matchAll(/\\(?:i([01])(?!\d)|r)/gu)].at(-1)
      const others = found.replaceAll(/\\(?:i[01](?!\d)|an\d)/gu, '')
      if (isChange) voices.push({ name: style === 'Default' ? null : style, text: '', italics: [] })
      else if (others !== '{}') dropped.push(others)
      if (italic !== undefined) isItalic = italic[1] === '1'
      numpad ||= Number([...found.matchAll(/\\an(\d)/gu)].at(-1)?.[1] ?? 0)
      const drawing = /\\p(\d+)/.exec(found)
      if (drawing !== null) isDrawing = drawing[1] !== '0'
    }
  }
  add(text.slice(at))
  if (dropped.length > 0) correct('tags-dropped', line, dropped.join(' '))
  return { voices, numpad }
}
