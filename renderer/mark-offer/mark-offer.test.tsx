// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { TranscriptState } from '#contracts/calls/transcripts'
import type { Transcript } from '#core/transcript/transcript'
import { packWords } from '#core/words/columns'
import type { OpenSession } from '../session/open-session.ts'
import { conversation, recordingCard } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { MarkOfferNotice } from './mark-offer-notice.tsx'

afterEach(cleanup)

/** An earlier transcript: its third paragraph was not recognized again. */
const earlier: Transcript = {
  ...conversation,
  id: 'old',
  paragraphs: conversation.paragraphs.map((paragraph) => ({
    ...paragraph,
    words: paragraph.words.map((word) => ({ ...word, id: `o${word.id}` })),
  })),
  marks: [
    { id: 'c', kind: 'comment', fromWordId: 'op2.0', toWordId: 'op2.1', value: 'why?' },
    { id: 'r', kind: 'comment-resolved', fromWordId: 'op2.0', toWordId: 'op2.1', value: 'c' },
    { id: 'h', kind: 'hide', fromWordId: 'op3.0', toWordId: 'op3.1', value: null },
    { id: 'd', kind: 'comment', fromWordId: 'op3.0', toWordId: 'op3.0', value: 'really?' },
  ],
}
const now: Transcript = {
  ...conversation,
  id: 'new',
  paragraphs: conversation.paragraphs.filter(({ id }) => id !== 'p3'),
}

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

function open(language: 'en' | 'fr' = 'en') {
  const session = fakeSession(now)
  const declined: (readonly string[] | undefined)[] = []
  const offer = { fromTranscriptId: 'old', toTranscriptId: 'new', markIds: ['c', 'r', 'h', 'd'], count: 3 }
  const { calls } = renderInStudio(
    <MarkOfferNotice session={session as unknown as OpenSession} recording={recordingCard()} />,
    {
      'transcripts.markOffer': () => (declined.length > 0 ? null : structuredClone(offer)),
      'transcripts.get': () => stateOf(earlier),
      'transcripts.declineMarkOffer': ({ markIds }) => {
        declined.push(markIds)
        return {}
      },
    },
    language,
  )
  return { session, calls, declined }
}

it('marks of an earlier transcript are previewed and taken over as one step; the rest is listed', async () => {
  const { session, declined } = open()
  await screen.findByText('Copy your 3 annotations from an earlier transcript?')
  await userEvent.click(screen.getByRole('button', { name: 'Preview…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Copy annotations' })
  const rows = (await within(dialog).findAllByRole('row')).map((row) => row.textContent)
  expect(rows).toEqual(['AnnotationsCopiedNot placed', 'Comments11', 'Words left out of captions01'])
  expect(
    within(dialog).getByText(/^The words of 2 annotations are not in the newer transcript/u),
  ).toBeTruthy()
  expect(within(dialog).getByText('really?')).toBeTruthy()
  expect(within(dialog).getByText('It was.')).toBeTruthy()
  await userEvent.click(within(dialog).getByRole('button', { name: 'Copy 1 annotation' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(session.state.transcript.marks).toEqual([
    { id: 'c', kind: 'comment', fromWordId: 'p2.0', toWordId: 'p2.1', value: 'why?' },
    { id: 'r', kind: 'comment-resolved', fromWordId: 'p2.0', toWordId: 'p2.1', value: 'c' },
  ])
  expect(session.applied).toHaveLength(1)
  expect(declined).toEqual([['h', 'd']])
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Preview…' })).toBeNull())
  expect(screen.getByText('1 annotation copied.')).toBeTruthy()
})

it('what is declined is not offered again', async () => {
  const { session, calls } = open('fr')
  await screen.findByText('Copier vos 3 annotations d’une transcription précédente ?')
  await userEvent.click(screen.getByRole('button', { name: 'Ne plus proposer' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Aperçu…' })).toBeNull())
  expect(calls.find(({ name }) => name === 'transcripts.declineMarkOffer')?.input).toEqual({
    fromTranscriptId: 'old',
    toTranscriptId: 'new',
  })
  expect(session.applied).toEqual([])
})
