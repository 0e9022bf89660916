// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { TranscriptState } from '#contracts/calls/transcripts'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import { packWords } from '#core/words/columns'
import { conversation } from '../../sound/testing/conversation.ts'
import { type FakeSession, fakeSession } from '../../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../../sound/testing/render-in-studio.tsx'
import { createEditorStore, type EditorStore } from '../editor-store.ts'
import type { Surface } from '../surface/surface.ts'
import type { Player } from '../../sound/player/player.ts'
import { AlignedPanel } from './aligned-panel.tsx'
import { useAlignedPassages } from './use-aligned-passages.ts'

afterEach(cleanup)

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

function Panel({ session, store, player }: { session: FakeSession; store: EditorStore; player: Player }) {
  const passages = useAlignedPassages(session, 60_000)
  return passages === null ? null : <AlignedPanel player={player} store={store} passages={passages} />
}

function open(recognized: string | null = 'heard', language: 'en' | 'fr' = 'en') {
  const session = fakeSession(text)
  const store = createEditorStore()
  const surface = { focus: vi.fn(), selectWords: vi.fn(), goToTime: vi.fn() }
  store.setState({ surface: surface as unknown as Surface })
  const { player } = silentPlayer()
  renderInStudio(
    <Panel session={session} store={store} player={player} />,
    {
      'transcripts.recognized': () => ({ transcriptId: recognized }),
      'transcripts.get': () => stateOf({ ...conversation, id: 'heard' }),
    },
    language,
  )
  return { session, surface, player }
}
const texts = (session: FakeSession): string[] => session.state.transcript.paragraphs.map(paragraphText)

it('what the text lacks is heard by a click and inserted; the list follows', async () => {
  const { session, surface, player } = open()
  const list = await screen.findByRole('list', { name: 'Spoken, but not in the text (1)' })
  const missing = second === undefined ? '' : paragraphText(second)
  await userEvent.click(within(list).getByText(missing))
  expect(surface.goToTime).toHaveBeenCalledWith(second?.words[0]?.startMs)
  expect(player.state.playing).toBe(true)
  await userEvent.click(within(list).getByRole('button', { name: `Insert: ${missing}` }))
  expect(texts(session)).toEqual(conversation.paragraphs.map(paragraphText))
  expect(session.applied).toHaveLength(1)
  await waitFor(() => expect(screen.queryByText(/^Spoken, but not/u)).toBeNull())
})

it('what was not spoken is selected by a click, kept as spoken or deleted', async () => {
  const { session, surface } = open()
  const list = screen.getByRole('list', { name: 'Not spoken (1)' })
  await userEvent.click(within(list).getAllByRole('button')[0] ?? list)
  const [mark] = text.marks
  expect(surface.selectWords).toHaveBeenCalledWith(mark?.fromWordId, mark?.toWordId, { focus: true })
  await userEvent.click(within(list).getByRole('button', { name: /^It was spoken/u }))
  expect(session.state.transcript.marks).toEqual([])
  await waitFor(() => expect(screen.queryByText('Not spoken (1)')).toBeNull())
  cleanup()

  const again = open()
  await userEvent.click(screen.getByRole('button', { name: /^Delete/u }))
  expect(texts(again.session)[0]?.split(' ')).toHaveLength((first?.words.length ?? 0) - 2)
})

it('says that the recognized transcript is gone, in French too', async () => {
  open(null, 'fr')
  expect(
    await screen.findByText(/^Ce qui a été dit sans figurer dans le texte ne peut pas être affiché/u),
  ).toBeTruthy()
})
