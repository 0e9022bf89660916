import { EditorState, Text } from '@codemirror/state'
import type { DecorationSet, WidgetType } from '@codemirror/view'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyEdit } from '#core/edits/apply'
import { EditRefused } from '#core/edits/refused'
import { choices, randomEdit } from '#core/edits/testing/random-edits'
import { conversation } from '#core/edits/testing/samples'
import type { Transcript } from '#core/transcript/transcript'
import { coreChanges } from './core-changes.ts'
import { fromCore, linesField } from './lines-field.ts'
import { listeningField, marginField, marginWords } from './margin-names.ts'
import { lineText } from './paragraph-layout.ts'
import type { SurfaceWords } from './surface-words.ts'

const words: SurfaceWords = {
  transcript: 'Transcript',
  scroller: 'Text',
  changed: (recognized) => recognized,
  speakerNames: (speakers) => new Map(speakers.map(({ id, name }) => [id, name ?? id])),
  speakerLabel: (number) => `Speaker ${number}`,
  nobody: 'Nobody',
  speakerButton: (name, time) => `${name}, ${time}`,
  comments: (texts) => texts.join(),
  outside: '',
  redacted: () => '',
  silent: '',
  leftOut: '',
  cut: '',
  filler: '',
  number: () => '',
  reasons: () => '',
  listening: 'Listening',
}

function stateOf(transcript: Transcript): EditorState {
  const lines = transcript.paragraphs.map(lineText)
  return EditorState.create({
    doc: Text.of(lines.length === 0 ? [''] : lines),
    extensions: [
      linesField.init(() => ({
        transcript,
        blanks: lines.length === 0 ? [{ line: 0, paragraphId: null }] : [],
      })),
      marginWords.of(words),
      listeningField,
      marginField,
    ],
  })
}

function placesOf(widgets: DecorationSet): string[] {
  const places: string[] = []
  for (const at = widgets.iter(); at.value !== null; at.next()) {
    const { widget } = at.value.spec as { widget: WidgetType }
    places.push(`${at.from} ${lookOf(widget)}`)
  }
  return places
}

/** Widgets that look the same have the same number. */
function lookOf(widget: WidgetType): number {
  const known = looks.findIndex((other) => widget.eq(other))
  return known >= 0 ? known : looks.push(widget) - 1
}
const looks: WidgetType[] = []

it('names, times and places follow every change as if all were made anew', () => {
  fc.assert(
    fc.property(fc.array(choices, { minLength: 1, maxLength: 15 }), (steps) => {
      let transcript = conversation()
      let state = stateOf(transcript)
      steps.forEach((choice, number) => {
        const edit = randomEdit(transcript, `e${number}`, choice)
        if (edit === null) return
        try {
          transcript = applyEdit(transcript, edit).transcript
        } catch (error) {
          if (error instanceof EditRefused) return
          throw error
        }
        const { changes, lines } = coreChanges(state.field(linesField), state.doc, transcript, new Set())
        state = state.update({ changes: [...changes], annotations: fromCore.of(lines) }).state
        const fresh = stateOf(transcript)
        expect(state.doc.toString()).toBe(fresh.doc.toString())
        const { widgets, entries, voices } = state.field(marginField)
        const anew = fresh.field(marginField)
        expect(placesOf(widgets)).toEqual(placesOf(anew.widgets))
        expect(entries).toEqual(anew.entries)
        expect(voices).toEqual(anew.voices)
      })
    }),
    { numRuns: 300 },
  )
})
