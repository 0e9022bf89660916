import type { Correction } from '../format.ts'
import { elementsIn, type XmlElement } from '../reading/xml-tree.ts'
import { hasFrames, type TtmlClock, ttmlTime } from './ttml-times.ts'

/** When something is shown, in ms that are not rounded; `toMs` is Infinity if nothing ends it. */
export interface ActiveTime {
  readonly fromMs: number
  readonly toMs: number
}

/** The active times of a document's elements (TTML2, §12; SMIL 3.0, §5). */
export interface TtmlTiming {
  /** Of a body, div, p, span, br or region. */
  timeOf(element: XmlElement): ActiveTime
  /** Of text that is a child of an element; in a sequence it lasts no time. */
  timeOfText(parent: XmlElement): ActiveTime
  /** Whether the file ends an element at or before its own begin. */
  isInverted(element: XmlElement): boolean
}

const ALWAYS: ActiveTime = { fromMs: 0, toMs: Infinity }
/** Elements that are shown at a time; others, as metadata and animations, extend nothing. */
const shown = new Set(['div', 'p', 'span', 'br', 'image', 'audio'])
/** Elements whose text is a part of what is shown. */
const mixed = new Set(['p', 'span'])

const isSequence = ({ attributes }: XmlElement): boolean => attributes['timeContainer'] === 'seq'

/** @param regions with times of their own, which count from the start of the document */
export function ttmlTiming(
  bodies: readonly XmlElement[],
  regions: Iterable<XmlElement>,
  clock: TtmlClock,
  correct: (correction: Correction) => void,
): TtmlTiming {
  const times = new Map<XmlElement, ActiveTime>()
  const inverted = new Set<XmlElement>()
  const timeIn = ({ attributes, line }: XmlElement, key: string): number | null => {
    const value = attributes[key]
    if (value === undefined) return null
    if (hasFrames(value) && !clock.hasFrameRate) correct({ code: 'frame-rate-missing', line, detail: value })
    const ms = ttmlTime(value, clock)
    if (ms === null) correct({ code: 'time-unreadable', line, detail: value })
    return ms
  }
  /**
   * @param originMs what its times count from: begin of a parallel parent, or the end of the sibling before
   */
  const resolve = (element: XmlElement, originMs: number, untilMs: number, parent: 'par' | 'seq'): number => {
    const fromMs = originMs + (timeIn(element, 'begin') ?? 0)
    const end = timeIn(element, 'end')
    const duration = timeIn(element, 'dur')
    const givenMs = Math.min(
      end === null ? Infinity : originMs + end,
      duration === null ? Infinity : fromMs + duration,
    )
    const isGiven = end !== null || duration !== null
    if (isGiven && givenMs <= fromMs) inverted.add(element)
    const limitMs = Math.min(untilMs, givenMs)
    const implicitMs = resolveContent(element, fromMs, limitMs, parent)
    const toMs = Math.min(isGiven ? givenMs : implicitMs, untilMs)
    times.set(element, { fromMs, toMs })
    return Math.max(fromMs, toMs)
  }
  /** When an element's content ends. */
  const resolveContent = (
    element: XmlElement,
    fromMs: number,
    limitMs: number,
    parent: 'par' | 'seq',
  ): number => {
    if (element.name === 'region') return Infinity
    if (!shown.has(element.name) && element.name !== 'body') return fromMs
    // Content without content: as an anonymous span (§12.4).
    if (element.name === 'br' || element.name === 'image' || element.name === 'audio')
      return parent === 'par' ? Infinity : fromMs
    const inSequence = isSequence(element)
    let lastMs = fromMs
    for (const child of element.children) {
      if (typeof child === 'string') {
        if (mixed.has(element.name) && !inSequence && child !== '') lastMs = Infinity
      } else if (shown.has(child.name)) {
        const endMs = resolve(child, inSequence ? lastMs : fromMs, limitMs, inSequence ? 'seq' : 'par')
        lastMs = inSequence ? endMs : Math.max(lastMs, endMs)
      }
    }
    return lastMs
  }
  for (const body of bodies) resolve(body, 0, Infinity, 'par')
  for (const region of regions) resolve(region, 0, Infinity, 'par')
  const timeOf = (element: XmlElement): ActiveTime => times.get(element) ?? ALWAYS
  return {
    timeOf,
    timeOfText(parent) {
      const time = timeOf(parent)
      return isSequence(parent) ? { fromMs: time.fromMs, toMs: time.fromMs } : time
    },
    isInverted: (element) => inverted.has(element),
  }
}

/** The animations of an element, which are not shown. */
export const animationsIn = (element: XmlElement): XmlElement[] =>
  elementsIn(element).filter(({ name }) => name === 'set' || name === 'animate')
