// @vitest-environment happy-dom
import { EditorState, Text } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { conversation } from '#core/edits/testing/samples'
import { fakeStudio } from '../../session/testing/fake-studio.ts'
import { openTestSession, quiet, typeText } from '../../session/testing/test-session.ts'
import { CoreSync } from './core-sync.ts'
import type { FollowSound } from './follow-sound.ts'
import { linesField } from './lines-field.ts'
import { lineText } from './paragraph-layout.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

const follow: FollowSound = {
  show: () => undefined,
  touched: () => undefined,
  scrollsItself: () => undefined,
  seekFromText: () => undefined,
  close: () => undefined,
}

async function openText() {
  const studio = fakeStudio(conversation())
  const session = await openTestSession(studio, 'a')
  const { transcript } = session.state
  const sync: CoreSync = new CoreSync({
    session,
    view: () => view,
    follow: () => follow,
    takesChange: () => false,
  })
  const view: EditorView = new EditorView({
    parent: document.body,
    state: EditorState.create({
      doc: Text.of(transcript.paragraphs.map(lineText)),
      extensions: [linesField.init(() => ({ transcript, blanks: [] }))],
    }),
    dispatchTransactions: (transactions) => sync.take(transactions, () => undefined),
  })
  session.onChange((change) => sync.takeChange(change))
  const type = async (at: number, text: string): Promise<void> => {
    view.dispatch({ changes: { from: at, insert: text }, selection: { anchor: at + text.length } })
    await quiet()
  }
  return { studio, view, sync, type }
}

it.each([0, 100])('shows what the second of two undos changed, %i ms after the first', async (gap) => {
  const { view, sync, type } = await openText()
  const before = view.state.doc.toString()
  await type(0, 'AAA ')
  await type(view.state.doc.length, ' BBB')
  const first = sync.undoOrRedo('undo')
  await vi.advanceTimersByTimeAsync(gap)
  const second = sync.undoOrRedo('undo')
  await quiet()
  await Promise.all([first, second])
  expect(view.state.doc.toString()).toBe(before)
  expect(view.state.selection.main.head).toBe(0)
})

it('leaves the cursor where it is when another window writes after an undo', async () => {
  const { studio, view, sync, type } = await openText()
  await type(0, 'AAA ')
  const undone = sync.undoOrRedo('undo')
  await quiet()
  await undone
  view.dispatch({ selection: { anchor: 10 } })
  typeText(await openTestSession(studio, 'b'), 'p3', 'That is what I thought of it.')
  await quiet()
  expect(view.state.doc.toString()).toContain('thought of it.')
  expect(view.state.selection.main.head).toBe(10)
})
