import {
  Facet,
  RangeSetBuilder,
  StateEffect,
  StateField,
  type EditorState,
  type Range,
  type Text,
  type Transaction,
} from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import type { Paragraph } from '#core/transcript/transcript'
import { lanesOf } from '../../sound/waveform/turn-columns.ts'
import { formatDuration } from '../../ui/format-duration.ts'
import { voiceNumber } from '../../ui/voice.ts'
import { paragraphOfLine, type Lines } from './lines.ts'
import { fromCore, linesField } from './lines-field.ts'
import type { SurfaceWords } from './surface-words.ts'

/** How a speaker is shown in the margin. */
export interface Voice {
  readonly name: string
  /** Value of the `data-v` attribute. */
  readonly voice: number
  readonly lane: number
}

/** Names and times of all lines, and the data for the speaker track. */
export interface Margin {
  readonly widgets: DecorationSet
  readonly voices: ReadonlyMap<string, Voice>
  readonly laneCount: number
  /** One per line; `null`: an opened blank line. */
  readonly entries: readonly (MarginEntry | null)[]
}

interface MarginEntry {
  readonly paragraphId: string
  readonly speakerId: string | null
  readonly time: string
  /** Only the first paragraph of a turn shows the name; the others show only their time. */
  readonly hasName: boolean
}

export const marginWords = Facet.define<SurfaceWords, SurfaceWords | null>({
  combine: ([words = null]) => words,
})

export function wordsOf(state: EditorState): SurfaceWords {
  const words = state.facet(marginWords)
  if (words === null) throw new Error('The surface has no words')
  return words
}

/** Set when the engine continues or stops writing. */
export const setListening = StateEffect.define<boolean>()

export const listeningField = StateField.define<boolean>({
  create: () => false,
  update: (listening, { effects }) =>
    effects.reduce((now, effect) => (effect.is(setListening) ? effect.value : now), listening),
})

export const marginField = StateField.define<Margin>({
  create: (state) => buildMargin(state),
  update(margin, transaction) {
    const before = transaction.startState.field(linesField)
    const lines = transaction.state.field(linesField)
    const wasListening = transaction.startState.field(listeningField)
    const isListening = transaction.state.field(listeningField)
    if (wasListening !== isListening) return buildMargin(transaction.state)
    if (before === lines) return margin
    if (!keepsEntries(margin, before, lines, transaction)) {
      const isKnown = !isListening && before.transcript.speakers === lines.transcript.speakers
      return buildMargin(transaction.state, isKnown ? { margin, transaction } : undefined)
    }
    return transaction.docChanged ? { ...margin, widgets: margin.widgets.map(transaction.changes) } : margin
  },
  provide: (field) => EditorView.decorations.from(field, (margin) => margin.widgets),
})

/** True if a change stays within one line and keeps its entry, so that no other line has to be checked. */
function keepsEntries(margin: Margin, before: Lines, lines: Lines, transaction: Transaction): boolean {
  if (
    transaction.annotation(fromCore) !== undefined ||
    (before.blanks !== lines.blanks && (before.blanks.length > 0 || lines.blanks.length > 0)) ||
    before.transcript.speakers !== lines.transcript.speakers ||
    transaction.newDoc.lines !== transaction.startState.doc.lines
  ) {
    return false
  }
  let isSame = true
  transaction.changes.iterChangedRanges((_fromA, _toA, fromB, toB) => {
    const last = transaction.newDoc.lineAt(toB).number
    for (let number = transaction.newDoc.lineAt(fromB).number; number <= last; number += 1) {
      const entry = margin.entries[number - 1]
      const paragraph = paragraphOfLine(lines, number - 1)
      isSame &&=
        paragraph?.id === entry?.paragraphId &&
        paragraph?.speakerId === entry?.speakerId &&
        timeOf(paragraph) === entry?.time
    }
  })
  return isSame
}

/** Builds all entries; or, given `known` and the changes, only the lines that differ. */
function buildMargin(
  state: EditorState,
  known?: { readonly margin: Margin; readonly transaction: Transaction },
): Margin {
  const lines = state.field(linesField)
  const words = wordsOf(state)
  const { transcript } = lines
  const names = words.speakerNames(transcript.speakers)
  const lanes = lanesOf(transcript)
  const voices = new Map(
    transcript.speakers.map(({ id, colour }): [string, Voice] => [
      id,
      { name: names.get(id) ?? '', voice: voiceNumber(colour), lane: lanes.get(id) ?? 0 },
    ]),
  )
  const entries = entriesOf(lines, state.doc)
  const look = (entry: MarginEntry): Decoration => nameWidget(entry, voices, words)
  const widgets =
    known === undefined
      ? allWidgets(state, entries, look)
      : changedWidgets(known.margin, known.transaction, entries, look)
  return { widgets, voices, laneCount: lanes.size, entries }
}

type Look = (entry: MarginEntry) => Decoration

function allWidgets(state: EditorState, entries: Margin['entries'], look: Look): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  let at = 0
  let line = 0
  for (const iterator = state.doc.iterLines(); !iterator.next().done; line += 1) {
    const entry = entries[line]
    if (entry) builder.add(at, at, look(entry))
    at += iterator.value.length + 1
  }
  if (state.field(listeningField)) {
    const { length } = state.doc
    const widget = new ListeningNote(wordsOf(state).listening)
    builder.add(length, length, Decoration.widget({ widget, block: true, side: 1 }))
  }
  return builder.finish()
}

/** Replaces changed widgets only, so that the editor can skip identical ones. */
function changedWidgets(
  { widgets, entries: before }: Margin,
  { changes, newDoc }: Transaction,
  entries: Margin['entries'],
  look: Look,
): DecorationSet {
  let first = newDoc.lines
  let last = 0
  changes.iterChangedRanges((_fromA, _toA, fromB, toB) => {
    first = Math.min(first, newDoc.lineAt(fromB).number - 1)
    last = Math.max(last, newDoc.lineAt(toB).number)
  })
  const shift = entries.length - before.length
  let start = 0
  while (start < first && sameEntry(before[start], entries[start])) start += 1
  let end = entries.length
  while (end > Math.max(last, start) && sameEntry(before[end - 1 - shift], entries[end - 1])) end -= 1
  const add: Range<Decoration>[] = []
  for (let line = start; line < end; line += 1) {
    const entry = entries[line]
    if (entry) add.push(look(entry).range(newDoc.line(line + 1).from))
  }
  const from = start < newDoc.lines ? newDoc.line(start + 1).from : newDoc.length + 1
  const to = end < newDoc.lines ? newDoc.line(end + 1).from : newDoc.length + 1
  return widgets.map(changes).update({
    filterFrom: from,
    filterTo: to,
    filter: (at) => at < from || at >= to,
    add,
  })
}

function sameEntry(a: MarginEntry | null | undefined, b: MarginEntry | null | undefined): boolean {
  if (!a || !b) return a === b
  return (
    a === b ||
    (a.paragraphId === b.paragraphId &&
      a.speakerId === b.speakerId &&
      a.time === b.time &&
      a.hasName === b.hasName)
  )
}

const knownEntries = new WeakMap<Paragraph, MarginEntry>()

function entriesOf(lines: Lines, doc: Text): (MarginEntry | null)[] {
  let last: string | null | undefined
  return Array.from({ length: doc.lines }, (_, line) => {
    const paragraph = paragraphOfLine(lines, line)
    if (paragraph === null) return null
    const { id, speakerId, kind } = paragraph
    // A sound or a note does not end a turn and has no name.
    const hasName = kind === 'speech' ? speakerId !== last : speakerId !== null && speakerId !== last
    if (kind === 'speech') last = speakerId
    const known = knownEntries.get(paragraph)
    if (known?.hasName === hasName) return known
    const entry = { paragraphId: id, speakerId, time: timeOf(paragraph), hasName }
    knownEntries.set(paragraph, entry)
    return entry
  })
}

function timeOf(paragraph: Paragraph | null): string {
  const startMs = paragraph?.words[0]?.startMs
  return startMs === undefined ? '' : formatDuration(startMs)
}

function nameWidget(entry: MarginEntry, voices: ReadonlyMap<string, Voice>, words: SurfaceWords): Decoration {
  const voice = entry.speakerId === null ? undefined : voices.get(entry.speakerId)
  const name = voice?.name ?? words.nobody
  const widget = new NameWidget({
    paragraphId: entry.paragraphId,
    name,
    voice: voice?.voice ?? 0,
    time: entry.time,
    hasName: entry.hasName,
    label: words.speakerButton(name, entry.time),
  })
  return Decoration.widget({ widget, block: true, side: -1 })
}

interface NameLook {
  readonly paragraphId: string
  readonly name: string
  readonly voice: number
  readonly time: string
  readonly hasName: boolean
  readonly label: string
}

/** A widget without height, positioned in the margin; unlike a gutter it is in the accessibility tree. */
class NameWidget extends WidgetType {
  readonly #look: NameLook

  constructor(look: NameLook) {
    super()
    this.#look = look
  }

  override eq(other: NameWidget): boolean {
    const a = this.#look
    const b = other.#look
    return (
      a.paragraphId === b.paragraphId &&
      a.hasName === b.hasName &&
      a.voice === b.voice &&
      a.label === b.label &&
      a.time === b.time
    )
  }

  override toDOM(): HTMLElement {
    const { paragraphId, name, voice, time, hasName, label } = this.#look
    const place = document.createElement('div')
    place.className = 'parolo-who'
    place.contentEditable = 'false'
    const button = document.createElement('button')
    button.type = 'button'
    // Not in the tab order, which has only the text: a key opens the choice at the caret.
    button.tabIndex = -1
    button.dataset['paragraph'] = paragraphId
    button.dataset['v'] = String(voice)
    button.ariaLabel = label
    const clock = document.createElement('time')
    clock.textContent = time
    if (hasName) {
      const shown = document.createElement('span')
      shown.textContent = name
      // The space is for screen readers: both are on separate lines.
      button.append(shown, ' ')
    } else place.classList.add('parolo-more')
    button.append(clock)
    place.append(button)
    return place
  }

  override get estimatedHeight(): number {
    return 0
  }

  override ignoreEvent(): boolean {
    return true
  }
}

class ListeningNote extends WidgetType {
  readonly #text: string

  constructor(text: string) {
    super()
    this.#text = text
  }

  override eq(other: ListeningNote): boolean {
    return other.#text === this.#text
  }

  override toDOM(): HTMLElement {
    const note = document.createElement('div')
    note.className = 'parolo-listening'
    note.contentEditable = 'false'
    note.textContent = this.#text
    return note
  }

  override get estimatedHeight(): number {
    return 120
  }

  override ignoreEvent(): boolean {
    return true
  }
}
