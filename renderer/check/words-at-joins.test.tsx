// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { CallOutput } from '#contracts/calls/calls'
import { findKeptSpans } from '#core/cut/find-kept-spans'
import { joinsToRecognize } from '#core/cut/joins-to-recognize'
import type { Transcript } from '#core/transcript/transcript'
import { conversation } from '../sound/testing/conversation.ts'
import { renderCheck } from './testing/render-check.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const words = conversation.paragraphs[0]?.words ?? []
const [kept, from, to] = [words[1], words[2], words[3]]
const struck: Transcript = {
  ...conversation,
  marks: [
    {
      id: 'c',
      kind: 'cut',
      fromWordId: from?.id ?? '',
      toWordId: to?.id ?? '',
      value: { reason: 'person' },
    },
  ],
}
const [join] = joinsToRecognize(
  findKeptSpans({ transcript: struck, stretches: [], durationMs: 60_000, rate: 48_000, loudness: null }).kept,
  struck,
)

/** The list, with what was heard at a join. */
function listed(row: Partial<CallOutput<'cut.checkedJoins'>[number]>, more: object = {}) {
  return renderCheck(struck, {
    answers: {
      'cut.checkedJoins': () => [{ key: join?.key ?? '', clipped: [], heard: [], ...row }],
    },
    ...more,
  })
}

it('a cut that may clip a word is listed, heard as it is cut, and its words restored', async () => {
  const { user, next, session, store, played } = listed({ clipped: [kept?.id ?? ''] })
  await waitFor(() => {
    next()
    screen.getByText(`This cut may clip “${kept?.text}”`)
  })
  const item = within(screen.getByRole('listitem', { current: true }))
  await user.click(item.getByRole('button', { name: /^Play/u }))
  expect(store.getState()).toMatchObject({
    isCutting: true,
    toPlay: { endMs: (join?.endMs ?? 0) + 2_000 },
  })
  // Then with what is cut.
  await user.click(item.getByRole('button', { name: /^Play/u }))
  expect(played()).toHaveLength(1)
  act(() => screen.getByRole('listitem', { current: true }).focus())
  await user.keyboard('r')
  expect(session.state.transcript.marks).toEqual([])
  await waitFor(() => expect(screen.queryByText(/may clip/u)).toBeNull())
})

it('a cut that is left is not listed again', async () => {
  const { user, next, session } = listed({ heard: [from?.id ?? ''] }, { language: 'fr' })
  await waitFor(() => {
    next()
    screen.getByText(`« ${from?.text} » s’entend encore à cette coupe`)
  })
  await user.click(screen.getByRole('button', { name: /^Garder la coupe/u }))
  await waitFor(() => expect(screen.queryByText(/s’entend encore/u)).toBeNull())
  const mark = session.state.transcript.marks.at(-1)
  expect(mark).toMatchObject({ kind: 'accepted', fromWordId: kept?.id, toWordId: from?.id })
})

it('what was heard at a join that is cut otherwise now is not listed', async () => {
  const { store } = listed({ key: '1-2', clipped: [kept?.id ?? ''] })
  await waitFor(() => expect(screen.getByText('No likely errors.')).toBeTruthy())
  expect(store.getState().check.items).toEqual([])
})

it('while the joins are checked, how far that is, and a way to stop it', async () => {
  const stopped: unknown[] = []
  const job = {
    id: 'j',
    kind: 'join-check',
    recordingId: 'r',
    settings: { transcriptId: 't', model: 'm', language: 'en', joins: 'k' },
    state: 'running',
    step: 'words',
    fraction: 0.4,
    wholeFraction: 0.4,
    wordsUpToMs: null,
    secondsLeft: null,
    workedMs: 0,
    error: null,
    elsewhere: false,
  }
  const { user } = listed(
    {},
    {
      answers: {
        'cut.checkedJoins': () => [],
        'jobs.list': () => [{ ...job, id: 'other', recordingId: 'another' }, job],
        'jobs.cancel': (input: unknown) => {
          stopped.push(input)
          return {}
        },
      },
    },
  )
  const strip = within(await screen.findByRole('region', { name: 'Joins of the cut' }))
  expect(strip.getByText(/40\s?%/u)).toBeTruthy()
  await user.click(strip.getByRole('button', { name: 'Stop' }))
  expect(stopped).toEqual([{ jobId: 'j' }])
})
