import type { Extension } from '@codemirror/state'
import { BlockType, layer, type EditorView, type LayerMarker } from '@codemirror/view'
import { laneDistance } from '../../ui/voice.ts'
import { paragraphOfLine } from './lines.ts'
import { linesField } from './lines-field.ts'
import { listeningField, marginField, type Margin } from './margin-names.ts'
import { momentShares, momentsField } from './moment-diamonds.ts'

/** Lengths in rem, from LOOK.md: the speaker track's column left of the text, by window width. */
interface Column {
  readonly width: number
  readonly firstLane: number
  /** Factor for the distance between two lanes. */
  readonly scale: number
}
const wide: Column = { width: 4.5, firstLane: 1.125, scale: 1 }
const middle: Column = { width: 4, firstLane: 1.125, scale: 1 }
const narrow: Column = { width: 3.75, firstLane: 0.9, scale: 0.8 }

/** A segment starts this far below the top of its paragraph … */
const segmentTopRem = 0.55
/** … and ends this far above the top of the next one. */
const segmentBottomRem = 1.6

/** From the middle of a moment's diamond to its corners. */
const DIAMOND_PX = 5

/** Length that the round caps add to a segment. */
const roundPx = 2

/** The speaker track in the margin: one segment for each rendered paragraph, in the speaker's lane. */
export const speakerTrackLayer: Extension = layer({
  above: false,
  class: 'parolo-speaker-track',
  update: (update) =>
    update.docChanged ||
    update.viewportChanged ||
    update.geometryChanged ||
    update.selectionSet ||
    update.startState.field(marginField) !== update.state.field(marginField) ||
    update.startState.field(momentsField) !== update.state.field(momentsField) ||
    update.startState.field(linesField) !== update.state.field(linesField),
  markers: (view) => [new SpeakerTrackDrawing(drawSpeakerTrack(view))],
})

interface Segment {
  readonly x: number
  readonly top: number
  readonly bottom: number
  readonly voice: number
  readonly isHere: boolean
}

function drawSpeakerTrack(view: EditorView): string {
  const margin = view.state.field(marginField)
  const place = columnPlace(view, margin.laneCount)
  const here =
    view.hasFocus || !view.state.selection.main.empty || view.state.selection.main.head > 0
      ? view.state.doc.lineAt(view.state.selection.main.head).number - 1
      : -1
  const times = view.state.field(momentsField)
  let path = ''
  let diamonds = ''
  let connector = ''
  let before = segmentAbove(view, margin, place)
  let last: Segment | null = null
  for (const block of view.viewportLineBlocks) {
    const line = view.state.doc.lineAt(block.from).number - 1
    const entry = margin.entries[line]
    if (!entry) continue
    const [top, bottom] = textEdges(block)
    const voice = entry.speakerId === null ? undefined : margin.voices.get(entry.speakerId)
    const segment: Segment = {
      x: place.laneX(voice?.lane ?? (margin.laneCount - 1) / 2),
      top: place.top + top + segmentTopRem * place.rem,
      bottom: Math.max(
        place.top + top + segmentTopRem * place.rem + 1,
        place.top + bottom - segmentBottomRem * place.rem,
      ),
      voice: voice?.voice ?? 0,
      isHere: line === here,
    }
    // The connector continues from above the view.
    connector += connectorBetween(before ?? { x: segment.x, bottom: 0 }, segment)
    path += `<path class="segment${segment.isHere ? ' here' : ''}" data-v="${segment.voice}" d="M${px(segment.x)} ${px(segment.top + roundPx)}V${px(Math.max(segment.top + roundPx, segment.bottom - roundPx))}"/>`
    if (times.length > 0) diamonds += diamondsOn(view, times, line, segment)
    before = segment
    last = segment
  }
  const isEnd = view.viewport.to === view.state.doc.length
  const ahead = isEnd && last !== null && view.state.field(listeningField) ? drawAhead(last, place) : ''
  return `<path class="connector" d="${connector}"/>${path}${ahead}${diamonds}`
}

/** The recording's moments on the segment of a line. */
function diamondsOn(view: EditorView, times: readonly number[], line: number, segment: Segment): string {
  const lines = view.state.field(linesField)
  const { doc } = view.state
  const paragraph = paragraphOfLine(lines, line)
  if (paragraph === null) return ''
  let untilMs = Infinity
  // A blank line has no paragraph yet.
  for (let next = line + 1; next < doc.lines && untilMs === Infinity; next += 1)
    untilMs = paragraphOfLine(lines, next)?.words[0]?.startMs ?? Infinity
  const { words } = paragraph
  return momentShares(times, { words, untilMs, isFirst: line === 0 })
    .map((share) => {
      const y = segment.top + share * (segment.bottom - segment.top)
      return `<path class="moment" d="M${px(segment.x)} ${px(y - DIAMOND_PX)}l${DIAMOND_PX} ${DIAMOND_PX}l${-DIAMOND_PX} ${DIAMOND_PX}l${-DIAMOND_PX} ${-DIAMOND_PX}z"/>`
    })
    .join('')
}

/** Top and bottom of the text without its block widgets: only the words have a segment. */
function textEdges(block: EditorView['viewportLineBlocks'][number]): readonly [top: number, bottom: number] {
  const parts = Array.isArray(block.type) ? block.type : [block]
  const text = parts.find((part) => part.type === BlockType.Text)
  return text === undefined ? [block.top, block.bottom] : [text.top, text.bottom]
}

interface Place {
  readonly rem: number
  /** Top of the document, in the layer's coordinates. */
  readonly top: number
  laneX(lane: number): number
}

function columnPlace(view: EditorView, laneCount: number): Place {
  const { scrollDOM, contentDOM } = view
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const { innerWidth } = window
  const column = innerWidth <= 900 ? narrow : innerWidth <= 1360 ? middle : wide
  const scroller = scrollDOM.getBoundingClientRect()
  const textLeft =
    contentDOM.getBoundingClientRect().left +
    Number.parseFloat(getComputedStyle(contentDOM).paddingLeft) -
    scroller.left +
    scrollDOM.scrollLeft
  const first = textLeft - (column.width - column.firstLane) * rem
  const distance = (laneDistance(laneCount) / 16) * rem * column.scale
  return {
    rem,
    top: view.documentTop - scroller.top + scrollDOM.scrollTop,
    laneX: (lane) => first + lane * distance,
  }
}

/** The end of the segment before the first rendered one. */
function segmentAbove(view: EditorView, margin: Margin, place: Place): { x: number; bottom: number } | null {
  const first = view.viewportLineBlocks[0]
  if (first === undefined) return null
  const line = view.state.doc.lineAt(first.from).number - 1
  const entry = margin.entries[line - 1]
  if (!entry) return null
  const voice = entry.speakerId === null ? undefined : margin.voices.get(entry.speakerId)
  return {
    x: place.laneX(voice?.lane ?? (margin.laneCount - 1) / 2),
    bottom: place.top + first.top - segmentBottomRem * place.rem,
  }
}

function connectorBetween(from: { readonly x: number; readonly bottom: number }, to: Segment): string {
  const height = to.top - from.bottom
  if (Math.abs(from.x - to.x) < 0.5) return `M${px(to.x)} ${px(from.bottom)}V${px(to.top)}`
  const bend = `${px(from.x)} ${px(from.bottom + height * 0.63)} ${px(to.x)} ${px(from.bottom + height * 0.34)}`
  return `M${px(from.x)} ${px(from.bottom)}C${bend} ${px(to.x)} ${px(to.top)}`
}

/** The part still to be transcribed: dots. */
function drawAhead(last: Segment, place: Place): string {
  const start = last.bottom + 2.15 * place.rem
  const x = place.laneX(1.5)
  const to: Segment = { ...last, x, top: start }
  return (
    `<path class="connector" d="${connectorBetween(last, to)}"/>` +
    `<path class="connector ahead" d="M${px(x)} ${px(start)}v${px(6 * place.rem)}"/>`
  )
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10)
}

class SpeakerTrackDrawing implements LayerMarker {
  readonly #shapes: string

  constructor(shapes: string) {
    this.#shapes = shapes
  }

  eq(other: LayerMarker): boolean {
    return other instanceof SpeakerTrackDrawing && other.#shapes === this.#shapes
  }

  draw(): HTMLElement {
    const element = document.createElement('div')
    this.#fill(element)
    return element
  }

  update(element: HTMLElement): boolean {
    this.#fill(element)
    return true
  }

  #fill(element: HTMLElement): void {
    // Safe: only numbers and class names, no typed text.
    element.innerHTML = `<svg aria-hidden="true">${this.#shapes}</svg>`
  }
}
