// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import { conversation, paragraph, saidWords } from '#core/edits/testing/samples'
import { paragraphText } from '#core/transcript/transcript'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { toast } from '../ui/toast.tsx'
import { createEditorStore, noSelection } from '../editor/editor-store.ts'
import { textCorrectionPlace } from '../editor/text-correction-place.ts'
import type { Surface } from '../editor/surface/surface.ts'
import { CorrectOthers } from './correct-others.tsx'

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }))
afterEach(() => {
  act(() => toast.clear())
  cleanup()
  vi.useRealTimers()
})

const texts = ['then Kondo came', 'Mr Kondo, yes.', 'No, Kondo!']

function opened() {
  const session = fakeSession({
    ...conversation([]),
    paragraphs: texts.map((text, index) =>
      paragraph(`p${index}`, 's1', saidWords(`c${index}`, text, index * 9_000)),
    ),
  })
  const store = createEditorStore()
  const focus = vi.fn<() => void>()
  store.setState({ surface: { hasFocus: true, focus } as unknown as Surface })
  renderInStudio(<CorrectOthers session={session} place={textCorrectionPlace(store)} />)
  const type = (paragraphId: string, text: string, origin: unknown = 'typed'): void =>
    act(() => {
      const { transcript } = session.state
      session.apply([replaceTextEdit(transcript, { id: session.newId(), paragraphId, text })], { origin })
    })
  const caret = (wordId: string): void =>
    act(() =>
      store.setState({ selection: { ...noSelection, paragraphId: 'p0', wordId, touchedWordId: wordId } }),
    )
  const rest = (): void => act(() => void vi.advanceTimersByTime(2_000))
  const shown = (): string[] => session.state.transcript.paragraphs.map(paragraphText)
  return { session, type, caret, rest, shown, focus }
}

it('after a correction that was left: the others in one step, by the key', async () => {
  const { session, type, caret, rest, shown, focus } = opened()
  caret('c0.1')
  type('p0', 'then Oko came')
  rest()
  type('p0', 'then Okonjo came')
  rest()
  expect(screen.queryByRole('button')).toBeNull()
  caret('c0.2')
  rest()
  screen.getByText('“Kondo” was recognized 2 more times. Change them to “Okonjo” too?')
  const before = session.applied.length
  await userEvent.keyboard('{Alt>}g{/Alt}')
  expect(shown()).toEqual(['then Okonjo came', 'Mr Okonjo, yes.', 'No, Okonjo!'])
  expect(session.applied).toHaveLength(before + 1)
  expect(session.applied.at(-1)?.stepId).toBeDefined()
  expect(focus).toHaveBeenCalled()
  rest()
  expect(screen.queryByRole('button', { name: /Correct the/u })).toBeNull()
})

it('goes when the correction is changed back, and is not offered again once it was declined', async () => {
  const { type, caret, rest, shown } = opened()
  caret('c0.1')
  type('p0', 'then Okonjo came')
  caret('c0.2')
  rest()
  screen.getByRole('button', { name: /Correct the 2 others/u })
  type('p0', 'then Kondo came', 'studio')
  rest()
  expect(screen.queryByRole('button')).toBeNull()
  caret('c0.1')
  type('p0', 'then Okonjo came')
  caret('c0.2')
  rest()
  await userEvent.click(screen.getByRole('button', { name: 'No' }))
  expect(screen.queryByRole('button')).toBeNull()
  expect(shown()).toEqual(['then Okonjo came', ...texts.slice(1)])
})

it('is not there for what find and replace or another window changed', () => {
  const { type, caret, rest } = opened()
  for (const origin of ['find', 'studio']) {
    caret('c0.2')
    type('p0', 'then Okonjo came', origin)
    rest()
    expect(screen.queryByRole('button')).toBeNull()
  }
})
