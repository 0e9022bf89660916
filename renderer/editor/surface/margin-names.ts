import {
  Facet,
  RangeSetBuilder,
  StateEffect,
  StateField,
  type EditorState,
  type Range,
  type Transaction,
} from '@codemirror/state'
import { EditorView, type Decoration, type DecorationSet } from '@codemirror/view'
import { lanesOf } from '../../sound/waveform/segment-columns.ts'
import { voiceNumber } from '../../ui/voice.ts'
import { paragraphOfLine, type Lines } from './lines.ts'
import { fromCore, linesField } from './lines-field.ts'
import { entriesOf, sameEntry, timeOf, type MarginEntry } from './margin-entries.ts'
import { listeningWidget, nameWidget, type Voice } from './margin-widgets.ts'
import type { SurfaceWords } from './surface-words.ts'

/** Names and times of all lines, and the data for the speaker track. */
export interface Margin {
  readonly widgets: DecorationSet
  readonly voices: ReadonlyMap<string, Voice>
  readonly laneCount: number
  /** One per line; `null`: an opened blank line. */
  readonly entries: readonly (MarginEntry | null)[]
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
    builder.add(length, length, listeningWidget(wordsOf(state)))
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
