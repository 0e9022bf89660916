import type { Correction, ReadResult } from '../format.ts'
import { withEnds } from '../reading/end-times.ts'
import { importedDocument, type ReadCue, type ReadVoice } from '../reading/imported-cues.ts'
import type { TextSpan } from '../reading/style-marks.ts'
import { type TtmlStyles, ttmlStyles } from './ttml-styles.ts'
import { ttmlClock } from './ttml-times.ts'
import { shownPieces, type ShownPieces, type TimedPiece } from './ttml-paragraph.ts'
import { type ActiveTime, animationsIn, ttmlTiming, type TtmlTiming } from './ttml-timing.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { elementsIn, elementsNamed, readXml, textIn, type XmlElement } from '../reading/xml-tree.ts'
import { withoutByteOrderMark } from '../reading/text-lines.ts'

type Correct = (correction: Correction) => void

/** A cue whose end may be missing in the file. */
interface OpenCue extends Omit<ReadCue, 'endMs'> {
  readonly endMs: number | null
  readonly region: string | null
}

interface Context {
  readonly agents: ReadonlyMap<string, string>
  readonly styles: TtmlStyles
  readonly timing: TtmlTiming
  readonly correct: Correct
  readonly cues: OpenCue[]
}

/** What an element passes on to its descendants. */
interface Inherited {
  readonly keepsSpace: boolean
  readonly agent: string | null
  readonly isItalic: boolean
  /** Formatting that is dropped, by attribute. */
  readonly left: Readonly<Record<string, string>>
  readonly region: string | null
  readonly align: string | null
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
  'region',
])

/**
 * Reads TTML 1 and 2, DFXP, IMSC and EBU-TT-D: what each paragraph shows from one change to the next becomes
 * a cue, and paragraphs with the same times in one region share it; agents become speakers; italics and
 * positions are kept. Colors, bold and underlined text and animations are dropped and reported, as is text
 * that is never shown; other styles are dropped silently.
 */
export function readTtml(text: string): ReadResult {
  const { plain, corrections } = withoutByteOrderMark(text)
  const correct: Correct = (correction) => corrections.push(correction)
  const root = readXml(plain, correct)
  if (root.name !== 'tt') throw new UnreadableText('wrong-shape', root.name, 'a <tt> element expected')
  const head = elementsIn(root).find(({ name }) => name === 'head')
  const bodies = elementsIn(root).filter(({ name }) => name === 'body')
  const styles = ttmlStyles(root, head)
  const timing = ttmlTiming(bodies, styles.regions.values(), ttmlClock(root), correct)
  const context: Context = { agents: agentsIn(root), styles, timing, correct, cues: [] }
  for (const region of styles.regions.values()) reportAnimations(region, correct)
  const start = {
    keepsSpace: keepsSpace(root, false),
    agent: null,
    isItalic: false,
    left: {},
    region: null,
    align: null,
  }
  for (const body of bodies) readContainer(body, start, context)
  const title = head === undefined ? undefined : elementsNamed(head, 'title')[0]
  const language = root.attributes['lang']
  const document = importedDocument(ended(sharedCues(context.cues), correct), correct, {
    ...(title === undefined ? {} : { title: textIn(title).trim() }),
    ...(language === undefined ? {} : { language }),
  })
  return { document, corrections }
}

/** Paragraphs with the same times in the same place are one cue: a region stacks them. */
function sharedCues(cues: readonly OpenCue[]): OpenCue[] {
  const shared = new Map<string, { cue: OpenCue; voices: ReadVoice[] }>()
  for (const cue of cues) {
    const key = JSON.stringify([cue.startMs, cue.endMs, cue.region, cue.position])
    const known = shared.get(key)
    if (known === undefined) shared.set(key, { cue, voices: [...cue.voices] })
    else for (const voice of cue.voices) known.voices.push(voice)
  }
  return [...shared.values()].map(({ cue, voices }) => ({ ...cue, voices }))
}

/** Cues with their ends, in order of start. */
function ended(cues: readonly OpenCue[], correct: Correct): ReadCue[] {
  return withEnds(
    cues.toSorted((a, b) => a.startMs - b.startMs),
    correct,
  )
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
  if (isHidden(element, context.styles)) return reportHidden(element, context.correct)
  const inherited = within(element, given, context)
  if (element.name === 'p') return readParagraph(element, inherited, context)
  for (const child of elementsIn(element)) {
    if (child.name === 'div' || child.name === 'p') readContainer(child, inherited, context)
  }
}

function within(element: XmlElement, given: Inherited, { agents, styles, correct }: Context): Inherited {
  const { attributes } = element
  reportAnimations(element, correct)
  const fontStyle = styles.valueOf(element, 'fontStyle')
  const agent = attributes['agent']?.trim().split(/\s+/)[0]
  return {
    keepsSpace: keepsSpace(element, given.keepsSpace),
    agent: agent === undefined ? given.agent : (agents.get(agent) ?? agent),
    isItalic: fontStyle === undefined ? given.isItalic : fontStyle === 'italic' || fontStyle === 'oblique',
    left: leftIn(element, given.left, styles),
    region: attributes['region'] ?? given.region,
    align: styles.valueOf(element, 'textAlign') ?? given.align,
  }
}

/** Whether it is never shown; an animation, which is not read, may show it. */
const isHidden = (element: XmlElement, styles: TtmlStyles): boolean =>
  styles.valueOf(element, 'display')?.trim() === 'none' &&
  animationsIn(element).every(({ attributes }) => attributes['display'] === undefined)

function reportHidden(element: XmlElement, correct: Correct): void {
  const detail = textIn(element).replace(/\s+/g, ' ').trim()
  if (detail !== '') correct({ code: 'content-dropped', line: element.line, detail })
}

/** What of an animation is not the animated style. */
const timingNames = new Set(['id', 'begin', 'end', 'dur', 'fill', 'repeatCount', 'calcMode', 'keyTimes'])

function reportAnimations(element: XmlElement, correct: Correct): void {
  for (const { name, attributes, line } of animationsIn(element)) {
    const styles = Object.keys(attributes).filter((key) => !timingNames.has(key))
    correct({ code: 'tags-dropped', line, detail: [name, ...styles].join(' ') })
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
  const { styles, timing, correct } = context
  const pieces: TimedPiece[] = []
  const read = (parent: XmlElement, own: Inherited): void => {
    const region = own.region === null ? undefined : styles.regions.get(own.region)
    const add = (text: string, time: ActiveTime): void => {
      const shown = region === undefined ? time : overlapOf(time, timing.timeOf(region))
      const { agent: name, isItalic, left } = own
      pieces.push({ name, text, isItalic, left, region: own.region, line: parent.line, ...shown })
    }
    for (const child of parent.children) {
      if (typeof child === 'string') add(spaced(child, own.keepsSpace), timing.timeOfText(parent))
      else if (child.name === 'br') add('\n', timing.timeOf(child))
      else if (silent.has(child.name)) continue
      else if (isHidden(child, styles)) reportHidden(child, correct)
      else read(child, within(child, own, context))
    }
  }
  read(element, inherited)
  const { line } = element
  if (timing.isInverted(element)) {
    const { fromMs, toMs } = timing.timeOf(element)
    // Reported when the document is made; its words would be lost with its time.
    addCue({ startMs: Math.round(fromMs), endMs: Math.round(toMs), pieces }, inherited, line, context)
    return
  }
  const hidden = pieces.filter(({ fromMs, toMs, text }) => toMs <= fromMs && text.trim() !== '')
  if (hidden.length > 0) {
    const detail = hidden.map(({ text }) => text.trim()).join(' ')
    correct({ code: 'content-dropped', line, detail })
  }
  const left = new Set(
    pieces
      .filter(({ text }) => text.trim() !== '')
      .flatMap((piece) => Object.entries(piece.left).map(([style, value]) => `${style} ${value}`)),
  )
  if (left.size > 0) correct({ code: 'tags-dropped', line, detail: [...left].join(', ') })
  for (const shown of shownPieces(pieces)) addCue(shown, inherited, line, context)
}

/** Both must be active for text to be shown. */
const overlapOf = (one: ActiveTime, other: ActiveTime): ActiveTime => ({
  fromMs: Math.max(one.fromMs, other.fromMs),
  toMs: Math.min(one.toMs, other.toMs),
})

/** Default white space: line ends and runs of spaces are one space; preserved line ends break lines. */
const spaced = (text: string, keeps: boolean): string => (keeps ? text : text.replace(/[ \t\r\n]+/g, ' '))

interface Voice {
  readonly name: string | null
  text: string
  readonly italics: TextSpan[]
}

function addCue(
  { startMs, endMs, pieces }: ShownPieces,
  inherited: Inherited,
  line: number,
  { cues, styles }: Context,
): void {
  const voices: Voice[] = []
  for (const { name, text, isItalic } of pieces) {
    let last = voices.at(-1)
    // White space between two voices belongs to neither.
    if (last === undefined || (last.name !== name && text.trim() !== '')) {
      if (text.trim() === '') continue
      last = { name, text: '', italics: [] }
      voices.push(last)
    }
    if (isItalic) last.italics.push({ from: last.text.length, to: last.text.length + text.length })
    last.text += text
  }
  if (voices.length === 0) return
  const first = pieces.find(({ text }) => text.trim() !== '')
  const region = first?.region ?? inherited.region
  const position = styles.positionOf(region, inherited.align)
  cues.push({ line: first?.line ?? line, startMs, endMs, voices, region, position })
}

/** Whether a text of the TTML family is from the European Broadcasting Union. */
export const isEbuTt = (start: string): boolean => /urn:ebu:tt:/.test(start)
