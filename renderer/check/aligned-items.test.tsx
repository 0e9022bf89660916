// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { TranscriptState } from '#contracts/calls/transcripts'
import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import { packWords } from '#core/words/columns'
import { conversation } from '../sound/testing/conversation.ts'
import { renderCheck } from './testing/render-check.tsx'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const stateOf = (transcript: Transcript): TranscriptState => ({
  ...transcript,
  run: JSON.stringify(transcript.run),
  state: 'done',
  version: 1,
  editNumber: 0,
  undo: null,
  redo: null,
  speakers: [...transcript.speakers],
  turns: [...transcript.turns],
  marks: [...transcript.marks],
  paragraphs: transcript.paragraphs.map((each) => ({
    ...each,
    words: JSON.stringify(packWords(each.words)),
  })),
})

const [first, second, ...rest] = conversation.paragraphs
/** The text lacks the second paragraph, and the words of the first were not spoken. */
const text: Transcript = {
  ...conversation,
  run: { ...conversation.run, settings: { alignedText: 'script.txt' } },
  paragraphs: [...(first === undefined ? [] : [first]), ...rest],
  marks: [
    {
      id: 'u',
      kind: 'unspoken',
      fromWordId: first?.words[0]?.id ?? '',
      toWordId: first?.words[1]?.id ?? '',
      value: null,
    },
  ],
}

const answers = (recognized: string | null): NonNullable<Parameters<typeof renderCheck>[1]>['answers'] => ({
  'transcripts.recognized': () => ({ transcriptId: recognized }),
  'transcripts.get': () => stateOf({ ...conversation, id: 'heard' }),
})

const open = () => screen.findByRole('listitem', { current: true })

it('what was not spoken is removed by Enter, or kept as spoken by Delete', async () => {
  const { user, next, session, texts } = renderCheck(text, { answers: answers('heard') })
  next()
  const unspoken = await open()
  expect(unspoken.textContent).toContain('In the text, not spoken')
  await waitFor(() => expect(document.activeElement).toBe(unspoken))
  screen.getByRole('button', { name: /^Remove “So you”/u })
  await user.keyboard('{Enter}')
  expect(texts()[0]?.split(' ')).toHaveLength((first?.words.length ?? 0) - 2)
  expect(session.applied).toHaveLength(1)
  cleanup()

  const again = renderCheck(text, { answers: answers('heard') })
  again.next()
  const item = await open()
  await waitFor(() => expect(document.activeElement).toBe(item))
  await again.user.keyboard('{Delete}')
  expect(again.session.state.transcript.marks).toEqual([])
  expect(again.texts()).toEqual(text.paragraphs.map(paragraphText))
})

it('what the text lacks is heard and inserted, or left out for good', async () => {
  const spoken = { ...text, marks: [] }
  const { user, next, session, texts, played } = renderCheck(spoken, { answers: answers('heard') })
  next()
  const item = await open()
  expect(item.textContent).toContain('Spoken, not in the text')
  await waitFor(() => expect(document.activeElement).toBe(item))
  await user.keyboard('{Tab}')
  expect(played()).toEqual([{ startMs: second?.words[0]?.startMs, endMs: second?.words.at(-1)?.endMs }])
  await user.keyboard('{Enter}')
  expect(texts()).toEqual(conversation.paragraphs.map(paragraphText))
  expect(session.applied).toHaveLength(1)
  await screen.findByText('No likely errors left.')
  cleanup()

  const again = renderCheck(spoken, { answers: answers('heard') })
  again.next()
  await waitFor(async () => expect(document.activeElement).toBe(await open()))
  screen.getByRole('button', { name: /^Leave it out/u })
  await again.user.keyboard('{Delete}')
  await screen.findByText('No likely errors left.')
  expect(again.texts()).toEqual(spoken.paragraphs.map(paragraphText))
  const kept = again.session.state.transcript
  cleanup()
  renderCheck(kept, { answers: answers('heard') })
  await screen.findByText('No likely errors left.')
})

it('a search that began before a passage was inserted does not list it again', async () => {
  const words = second?.words ?? []
  const lacking = conversation.paragraphs.map((each) =>
    each === second ? { ...each, words: words.toSpliced(1, 4) } : each,
  )
  const { next, session, texts } = renderCheck(
    { ...text, marks: [], paragraphs: lacking },
    { answers: answers('heard') },
  )
  next()
  const item = await open()
  await waitFor(() => expect(document.activeElement).toBe(item))
  vi.useFakeTimers()
  const last = session.state.transcript.paragraphs.at(-1)
  const typed = { id: 'typed', paragraphId: last?.id ?? '', text: `${texts().at(-1)} Yes` }
  act(() => session.apply([replaceTextEdit(session.state.transcript, typed)]))
  // The text is searched 1.75 s after it was typed in; the views follow 0.25 s after each change.
  await act(() => vi.advanceTimersByTimeAsync(260))
  await act(() => vi.advanceTimersByTimeAsync(1_390))
  fireEvent.keyDown(item, { key: 'Enter' })
  await act(() => vi.advanceTimersByTimeAsync(200))
  expect(screen.queryByRole('listitem', { current: true })).toBeNull()
  expect(texts()[1]).toBe(paragraphText({ words }))
})

it('says that the recognized transcript is gone, in French too', async () => {
  renderCheck(text, { answers: answers(null), language: 'fr' })
  expect(
    await screen.findByText(/^Ce qui a été dit sans figurer dans le texte ne peut pas être affiché/u),
  ).toBeTruthy()
})
