import { EditorState, type TransactionSpec } from '@codemirror/state'
import { expect, it } from 'vitest'
import { conversation, paragraph, saidWords } from '#core/edits/testing/samples'
import { planEdits } from './plan-edits.ts'
import { linesField, setPlanned } from './lines-field.ts'
import { sentenceCapitals } from './sentence-capitals.ts'

const texts = ['we went home then we slept', 'so it was']

function opened(userEvent = 'input.type') {
  const transcript = {
    ...conversation([]),
    paragraphs: texts.map((text, index) =>
      paragraph(`p${index}`, 's1', saidWords(`c${index}`, text, index * 20_000)),
    ),
  }
  let state = EditorState.create({
    doc: texts.join('\n'),
    extensions: [linesField.init(() => ({ transcript, blanks: [] })), sentenceCapitals],
  })
  let made = 0
  /** As the surface does: each change is one call to core. */
  const change = (spec: TransactionSpec): void => {
    const transaction = state.update(spec)
    const lines = state.field(linesField)
    const plan = planEdits(lines, transaction.changes, state.doc, transaction.newDoc, () => `e${made++}`)
    if (plan === null) throw new Error('core refuses the change')
    expect(plan.edits).toHaveLength(1)
    setPlanned(transaction, { transcript: plan.transcript, blanks: plan.blanks })
    ;({ state } = transaction)
  }
  return {
    type: (at: number, text: string) =>
      change({ changes: { from: at, insert: text }, selection: { anchor: at + text.length }, userEvent }),
    remove: (from: number, to: number) => change({ changes: { from, to }, userEvent: 'delete.backward' }),
    get text() {
      return state.doc.toString()
    },
    get caret() {
      return state.selection.main.head
    },
    get words() {
      return state.field(linesField).transcript.paragraphs[0]?.words ?? []
    },
  }
}

it('the stop and the capital are one edit, and the word keeps its id and times', () => {
  const surface = opened()
  const [, , , then] = surface.words
  surface.type(12, '.')
  expect(surface.text).toBe('we went home. Then we slept\nso it was')
  expect(surface.caret).toBe(13)
  const { id, startMs, endMs } = then ?? {}
  expect(surface.words[3]).toMatchObject({ text: 'Then', id, startMs, endMs })
  surface.remove(12, 13)
  expect(surface.text).toBe(texts.join('\n'))
  expect(surface.words[3]).toEqual(then)
})

it('follows the letter through changes before it and on other lines', () => {
  const surface = opened()
  surface.type(12, '.')
  surface.type(0, 'x ')
  surface.type(surface.text.length, ' x')
  surface.remove(14, 15)
  expect(surface.text).toBe(`x ${texts.join('\n')} x`)
})

it('a word that was changed since, and pasted or composed text, stay as they are', () => {
  const surface = opened()
  surface.type(12, '.')
  surface.type(18, 'ce')
  surface.remove(12, 13)
  expect(surface.text).toBe('we went home Thence we slept\nso it was')
  for (const event of ['input.paste', 'input.type.compose']) {
    const other = opened(event)
    other.type(12, '.')
    expect(other.text).toBe('we went home. then we slept\nso it was')
  }
})
