import type { CuePosition } from '../../transcript/marks/kinds/position.ts'
import type { Correction, ReadResult } from '../format.ts'
import { importedDocument, type ReadCue, type ReadVoice } from '../reading/imported-cues.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { elementsIn, elementsNamed, readXml, textIn, type XmlElement } from '../reading/xml-tree.ts'

type Correct = (correction: Correction) => void

/** A caption or title of a timeline, with its time in seconds from the timeline's start. */
interface PlacedText {
  readonly element: XmlElement
  readonly start: number
}

/**
 * Reads the captions of a project of Final Cut Pro (FCPXML), those of its main role; of a project without captions the
 * titles. Times count from the start of the timeline, whatever timecode it has. Italics and captions at the top are kept;
 * captions that are switched off or of other roles are dropped and reported.
 */
export function readFcpxml(text: string): ReadResult {
  const corrections: Correction[] = []
  const correct: Correct = (correction) => void corrections.push(correction)
  const root = readXml(text, correct)
  if (root.name !== 'fcpxml') throw new UnreadableText('wrong-shape', '', '<fcpxml> expected')
  const timelines = timelinesOf(root).map((timeline) => textsOn(timeline))
  const captioned = timelines.map((texts) => texts.filter(({ element }) => element.name === 'caption'))
  const [captions] = captioned.filter(({ length }) => length > 0)
  const [titles = []] = timelines.filter(({ length }) => length > 0)
  const shown = captions === undefined ? titles : ofOneRole(captions, correct)
  const styles = new Map(
    elementsNamed(root, 'text-style-def').map(
      (definition) => [definition.attributes['id'], definition] as const,
    ),
  )
  const cues = shown.flatMap((placed) => cueOf(placed, styles, correct))
  const language = languageOf(captions === undefined ? undefined : shown[0]?.element)
  const document = importedDocument(
    cues.toSorted((a, b) => a.startMs - b.startMs),
    correct,
    language === undefined ? {} : { language },
  )
  return { document, corrections }
}

/** Timelines of projects; in a file without one, clips. */
function timelinesOf(root: XmlElement): readonly XmlElement[] {
  const sequences = elementsNamed(root, 'project').flatMap((project) => elementsNamed(project, 'sequence'))
  if (sequences.length > 0) return sequences
  return [root, ...elementsNamed(root, 'event')]
    .flatMap(elementsIn)
    .filter(({ name }) => name.endsWith('clip'))
}

/**
 * Captions and titles at any depth. An item's `offset` is a time of what contains it, where `start` is the first; a
 * timeline's own is its timecode.
 */
function textsOn(timeline: XmlElement): PlacedText[] {
  const found: PlacedText[] = []
  const look = (parent: XmlElement, start: number, ownStart: number): void => {
    for (const element of elementsIn(parent)) {
      const { offset, start: first } = element.attributes
      const at = offset === undefined ? start : start + (seconds(offset) ?? Number.NaN) - ownStart
      const isText = element.name === 'caption' || element.name === 'title'
      if (isText) found.push({ element, start: at })
      // A storyline's items count from its beginning; the main one's from the timecode of the timeline.
      if (element.name === 'spine' && offset === undefined) look(element, start, ownStart)
      else if (isItem(element)) look(element, at, seconds(first ?? '0s') ?? 0)
    }
  }
  const { tcStart, start } = timeline.attributes
  look(timeline, 0, seconds(tcStart ?? start ?? '0s') ?? 0)
  return found
}

const items: ReadonlySet<string> = new Set(['spine', 'gap', 'video', 'audio', 'title', 'audition'])
const isItem = ({ name }: XmlElement): boolean => items.has(name) || name.endsWith('clip')

/** Captions of the role that most have: others are other languages or formats of the same. */
function ofOneRole(captions: readonly PlacedText[], correct: Correct): PlacedText[] {
  const counts = new Map<string, number>()
  const roleOf = ({ element }: PlacedText): string => element.attributes['role'] ?? ''
  for (const caption of captions) counts.set(roleOf(caption), (counts.get(roleOf(caption)) ?? 0) + 1)
  const [main] = [...counts].toSorted(([, a], [, b]) => b - a)
  return captions.filter((caption) => {
    const role = roleOf(caption)
    if (role === main?.[0]) return true
    correct({ code: 'content-dropped', line: caption.element.line, detail: `${role}: ${plain(caption)}` })
    return false
  })
}

function cueOf(
  { element, start }: PlacedText,
  styles: ReadonlyMap<string | undefined, XmlElement>,
  correct: Correct,
): ReadCue[] {
  const { line, attributes } = element
  if (attributes['enabled'] === '0') {
    correct({ code: 'content-dropped', line, detail: plain({ element, start }) })
    return []
  }
  const duration = seconds(attributes['duration'] ?? '')
  if (duration === null || !Number.isFinite(start)) {
    correct({ code: 'time-unreadable', line, detail: `${attributes['offset']}, ${attributes['duration']}` })
    return []
  }
  const voice = voiceOf(element, styles)
  const [startMs, endMs] = [wholeMs(start), wholeMs(start + duration)]
  if (endMs <= 0) {
    correct({ code: 'content-dropped', line, detail: voice.text })
    return []
  }
  return [{ line, startMs: Math.max(0, startMs), endMs, voices: [voice], position: positionOf(element) }]
}

/** The whole ms in which a frame begins, as for every time on a frame. */
const wholeMs = (time: number): number => Math.floor(time * 1_000 + 1e-4)

const textsIn = (element: XmlElement): XmlElement[] =>
  elementsIn(element).filter(({ name }) => name === 'text')

/** Its letters are in elements of style alone; what is between these is indentation of the file. */
function voiceOf(element: XmlElement, styles: ReadonlyMap<string | undefined, XmlElement>): ReadVoice {
  let text = ''
  const italics: { from: number; to: number }[] = []
  for (const block of textsIn(element)) {
    if (text !== '') text += '\n'
    for (const run of elementsIn(block)) {
      const from = text.length
      text += textIn(run)
      const definition = styles.get(run.attributes['ref'])
      const isItalic = [run, ...(definition === undefined ? [] : elementsIn(definition))].some(
        ({ attributes }) => attributes['italic'] === '1',
      )
      if (isItalic && text.length > from) italics.push({ from, to: text.length })
    }
  }
  return { name: null, text, italics }
}

const plain = ({ element }: PlacedText): string => textsIn(element).map(textIn).join(' ').trim()

function positionOf(element: XmlElement): CuePosition | null {
  const isTop = textsIn(element).some(({ attributes }) => attributes['placement'] === 'top')
  return isTop ? { vertical: 'top', horizontal: 'center' } : null
}

/** `iTT?captionFormat=ITT.fr-FR` is French. */
const languageOf = (element: XmlElement | undefined): string | undefined =>
  /captionFormat=[^.]*\.([a-z]{2,3}(?:-\w+)?)/iu.exec(element?.attributes['role'] ?? '')?.[1]

/** `1001/30000s` or `5s`; null if it is no time. */
function seconds(text: string): number | null {
  const match = /^(-?\d+(?:\.\d+)?)(?:\/([1-9]\d*))?s$/u.exec(text.trim())
  return match === null ? null : Number(match[1]) / Number(match[2] ?? 1)
}
