import type { Correction, ReadResult } from '../format.ts'
import { withEnds } from '../reading/end-times.ts'
import { importedDocument, type ReadCue } from '../reading/imported-cues.ts'
import type { TextSpan } from '../reading/style-marks.ts'
import { type TtmlStyles, ttmlStyles } from './ttml-styles.ts'
import { hasFrames, type TtmlClock, ttmlClock, ttmlTime } from './ttml-times.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { elementsIn, elementsNamed, readXml, textIn, type XmlElement } from '../reading/xml-tree.ts'
import { withoutByteOrderMark } from '../reading/text-lines.ts'

type Correct = (correction: Correction) => void

/** A cue whose end may be missing in the file. */
interface OpenCue extends Omit<ReadCue, 'endMs'> {
  readonly endMs: number | null
}

interface Context {
  readonly clock: TtmlClock
  readonly agents: ReadonlyMap<string, string>
  readonly styles: TtmlStyles
  readonly correct: Correct
  readonly cues: OpenCue[]
}

/** What an element passes on to its descendants. */
interface Inherited {
  /** Start of its time container. */
  readonly baseMs: number
  readonly untilMs: number
  readonly hasTimes: boolean
  readonly keepsSpace: boolean
  readonly agent: string | null
  readonly isItalic: boolean
  /** Formatting that is dropped, by attribute. */
  readonly left: Readonly<Record<string, string>>
  readonly region: string | null
  readonly align: string | null
}

interface Piece {
  readonly name: string | null
  readonly text: string
  readonly isItalic: boolean
  readonly left: Readonly<Record<string, string>>
}

/** Elements in a paragraph that have no text of their own. */
const silent = new Set([
  'metadata',
  'set',
  'animate',
  'title',
  'desc',
  'copyright',
  'agent',
  'data',
  'image',
  'audio',
])

/**
 * Reads TTML 1 and 2, DFXP, IMSC and EBU-TT-D: paragraphs, and spans with their own times, become cues;
 * agents become speakers; italics and positions are kept. Colors, bold and underlined text are dropped and
 * reported; other styles and animations are dropped silently.
 */
export function readTtml(text: string): ReadResult {
  const { plain, corrections } = withoutByteOrderMark(text)
  const correct: Correct = (correction) => corrections.push(correction)
  const root = readXml(plain, correct)
  if (root.name !== 'tt') throw new UnreadableText('wrong-shape', root.name, 'a <tt> element expected')
  const head = elementsIn(root).find(({ name }) => name === 'head')
  const styles = ttmlStyles(root, head)
  const context: Context = { clock: ttmlClock(root), agents: agentsIn(root), styles, correct, cues: [] }
  const start = {
    baseMs: 0,
    untilMs: Infinity,
    hasTimes: false,
    keepsSpace: keepsSpace(root, false),
    agent: null,
    isItalic: false,
    left: {},
    region: null,
    align: null,
  }
  for (const body of elementsIn(root)) if (body.name === 'body') readContainer(body, start, context)
  const title = head === undefined ? undefined : elementsNamed(head, 'title')[0]
  const language = root.attributes['lang']
  const document = importedDocument(ended(context.cues, correct), correct, {
    ...(title === undefined ? {} : { title: textIn(title).trim() }),
    ...(language === undefined ? {} : { language }),
  })
  return { document, corrections }
}

/** Cues with their ends, in the order of the file. */
function ended(cues: readonly OpenCue[], correct: Correct): ReadCue[] {
  const inTime = cues.toSorted((a, b) => a.startMs - b.startMs)
  const ends = withEnds(inTime, correct)
  const endOf = new Map(inTime.map((cue, index) => [cue, ends[index]?.endMs ?? cue.startMs]))
  return cues.map((cue) => ({ ...cue, endMs: endOf.get(cue) ?? cue.startMs }))
}

/** Names of agents by id: a full name takes precedence. */
function agentsIn(root: XmlElement): Map<string, string> {
  return new Map(
    elementsNamed(root, 'agent').flatMap((agent) => {
      const names = elementsIn(agent).filter(({ name }) => name === 'name')
      const best = names.find(({ attributes }) => attributes['type'] === 'full') ?? names[0]
      const name = best === undefined ? '' : textIn(best).replace(/\s+/g, ' ').trim()
      const { id } = agent.attributes
      return id === undefined || name === '' ? [] : [[id, name] as const]
    }),
  )
}

function readContainer(element: XmlElement, given: Inherited, context: Context): void {
  const inherited = within(element, given, context)
  if (element.name === 'p') return readParagraph(element, inherited, context)
  // In a sequence, a child begins when the previous one ends.
  const isSequence = element.attributes['timeContainer'] === 'seq'
  let { baseMs } = inherited
  for (const child of elementsIn(element)) {
    if (child.name !== 'div' && child.name !== 'p') continue
    const before = context.cues.length
    readContainer(child, { ...inherited, baseMs }, context)
    if (isSequence)
      baseMs = context.cues
        .slice(before)
        .reduce((end, cue) => Math.max(end, cue.endMs ?? cue.startMs), baseMs)
  }
}

function within(
  element: XmlElement,
  given: Inherited,
  { clock, agents, styles, correct }: Context,
): Inherited {
  const { attributes, line } = element
  const time = (key: string): number | null => {
    const value = attributes[key]
    if (value === undefined) return null
    if (hasFrames(value) && !clock.hasFrameRate) correct({ code: 'frame-rate-missing', line, detail: value })
    const ms = ttmlTime(value, clock)
    if (ms === null) correct({ code: 'time-unreadable', line, detail: value })
    return ms
  }
  const begin = time('begin')
  const end = time('end')
  const duration = time('dur')
  const baseMs = given.baseMs + (begin ?? 0)
  const endMs = Math.min(
    end === null ? Infinity : given.baseMs + end,
    duration === null ? Infinity : baseMs + duration,
  )
  const fontStyle = styles.valueOf(element, 'fontStyle')
  const agent = attributes['agent']?.trim().split(/\s+/)[0]
  return {
    baseMs,
    // An end before the start is kept, so that it is reported.
    untilMs: Math.min(endMs, given.untilMs),
    hasTimes: given.hasTimes || begin !== null || endMs < Infinity,
    keepsSpace: keepsSpace(element, given.keepsSpace),
    agent: agent === undefined ? given.agent : (agents.get(agent) ?? agent),
    isItalic: fontStyle === undefined ? given.isItalic : fontStyle === 'italic' || fontStyle === 'oblique',
    left: leftIn(element, given.left, styles),
    region: attributes['region'] ?? given.region,
    align: styles.valueOf(element, 'textAlign') ?? given.align,
  }
}

/** Formatting attributes, with the values that mean none. */
const USUAL = {
  color: ['white', '#ffffff', '#ffffffff', 'rgb(255,255,255)', 'rgba(255,255,255,255)'],
  fontWeight: ['normal'],
  textDecoration: ['none'],
} as const

function leftIn(element: XmlElement, given: Inherited['left'], styles: TtmlStyles): Inherited['left'] {
  const left = { ...given }
  for (const [name, usual] of Object.entries<readonly string[]>(USUAL)) {
    const value = styles.valueOf(element, name)?.trim()
    if (value === undefined) continue
    if (usual.includes(value.toLowerCase().replaceAll(' ', ''))) delete left[name]
    else left[name] = value
  }
  return left
}

const keepsSpace = ({ attributes }: XmlElement, inherited: boolean): boolean =>
  attributes['space'] === undefined ? inherited : attributes['space'] === 'preserve'

function readParagraph(element: XmlElement, inherited: Inherited, context: Context): void {
  const timed: { inherited: Inherited; pieces: Piece[]; line: number }[] = []
  const pieces: Piece[] = []
  const read = (parent: XmlElement, own: Inherited, into: Piece[]): void => {
    for (const child of parent.children) {
      const look = { name: own.agent, isItalic: own.isItalic, left: own.left }
      if (typeof child === 'string') into.push({ ...look, text: spaced(child, own.keepsSpace) })
      else if (child.name === 'br') into.push({ ...look, text: '\n' })
      else if (!silent.has(child.name)) {
        const next = within(child, own, context)
        const isTimed = child.attributes['begin'] !== undefined || child.attributes['end'] !== undefined
        const target = isTimed ? [] : into
        if (isTimed) timed.push({ inherited: next, pieces: target, line: child.line })
        read(child, next, target)
      }
    }
  }
  read(element, inherited, pieces)
  addCue(pieces, inherited, element.line, context)
  for (const span of timed) addCue(span.pieces, span.inherited, span.line, context)
}

/** Default white space: line ends and runs of spaces are one space. */
const spaced = (text: string, keeps: boolean): string =>
  keeps ? text.replace(/[\r\n]+[ \t]*/g, ' ') : text.replace(/[ \t\r\n]+/g, ' ')

interface Voice {
  readonly name: string | null
  text: string
  readonly italics: TextSpan[]
}

function addCue(pieces: readonly Piece[], inherited: Inherited, line: number, context: Context): void {
  const { cues, styles, correct } = context
  const voices: Voice[] = []
  const left = new Set<string>()
  for (const { name, text, isItalic, left: own } of pieces) {
    let last = voices.at(-1)
    // White space between two voices belongs to neither.
    if (last === undefined || (last.name !== name && text.trim() !== '')) {
      if (text.trim() === '') continue
      last = { name, text: '', italics: [] }
      voices.push(last)
    }
    if (text.trim() !== '') for (const [style, value] of Object.entries(own)) left.add(`${style} ${value}`)
    if (isItalic) last.italics.push({ from: last.text.length, to: last.text.length + text.length })
    last.text += text
  }
  if (voices.length === 0) return
  if (!inherited.hasTimes) {
    correct({ code: 'text-without-time', line, detail: voices.map(({ text }) => text).join(' ') })
    return
  }
  if (left.size > 0) correct({ code: 'tags-dropped', line, detail: [...left].join(', ') })
  const endMs = inherited.untilMs === Infinity ? null : inherited.untilMs
  const position = styles.positionOf(inherited.region, inherited.align)
  cues.push({ line, startMs: inherited.baseMs, endMs, voices, position })
}

/** Whether a text of the TTML family is from the European Broadcasting Union. */
export const isEbuTt = (start: string): boolean => /urn:ebu:tt:/.test(start)
