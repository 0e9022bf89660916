// @vitest-environment happy-dom
import { configure, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { RememberedVoice } from '#contracts/calls/voices'
import type { CallInput } from '#contracts/calls/calls'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'

// On a busy machine React takes longer than the default of one second.
configure({ asyncUtilTimeout: 10_000 })
beforeEach(forgetPage)
afterEach(closePage)

const part = (recordingId: string, isComparable = true): RememberedVoice['parts'][number] => ({
  recordingId,
  title: `Meeting ${recordingId}`,
  startMs: 1_000,
  endMs: 5_000,
  seconds: 42.4,
  isComparable,
})

function openVoices(start: readonly RememberedVoice[], language: 'en' | 'fr' = 'en') {
  let voices = [...start]
  const forgotten: CallInput<'voices.forget'>[] = []
  const { studio } = openPage('/settings/voices', {
    preferences: { language },
    answers: {
      'voices.list': () => voices,
      'voices.forget': (input) => {
        forgotten.push(input)
        const isGone = (id: string, recordingId: string): boolean =>
          id === input.voiceId && (input.recordingId ?? recordingId) === recordingId
        voices = voices
          .map((voice) => ({
            ...voice,
            parts: voice.parts.filter(({ recordingId }) => !isGone(voice.id, recordingId)),
          }))
          .filter(({ parts }) => parts.length > 0)
        studio.emit('voices-changed')
        return { isErased: true, unreadableBackups: 1 }
      },
      'voices.forgetAll': () => {
        const count = voices.length
        voices = []
        studio.emit('voices-changed')
        return { isErased: false, unreadableBackups: 0, count }
      },
    },
  })
  return { forgotten, user: userEvent.setup() }
}

const anna: RememberedVoice = {
  id: 'v1',
  name: 'Anna',
  createdAtMs: Date.UTC(2026, 10, 28, 12),
  parts: [part('r1'), part('r2', false)],
}
const ben: RememberedVoice = { ...anna, id: 'v2', name: 'Ben', parts: [part('r1')] }

it('lists every voice with its recordings, and forgets one when it is asked once', async () => {
  const { forgotten, user } = openVoices([anna, ben])
  expect((await screen.findAllByText(/^since /u)).length).toBe(2)
  expect(screen.getAllByRole('link', { name: 'Meeting r1' })).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: 'Forget the voice of Ben' }))
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Forget the voice of Ben?' }))
  expect(
    dialog.getByText(/names in your transcripts stay, and so do backups that you saved elsewhere/u),
  ).toBeTruthy()
  expect(forgotten).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Forget' }))
  await waitFor(() => expect(screen.queryByText('Ben')).toBeNull())
  expect(forgotten).toEqual([{ voiceId: 'v2' }])
  expect(screen.getByText('The voice of Ben is forgotten.')).toBeTruthy()
})

it('tells which part is not compared, and forgets a part alone', async () => {
  const { forgotten, user } = openVoices([anna])
  const item = (await screen.findByText('Meeting r2')).closest('li')
  expect(item?.textContent).toContain('from 42 s of speech; made with another voice model')
  await user.click(screen.getByRole('button', { name: 'Forget Anna in “Meeting r2”' }))
  await waitFor(() => expect(screen.queryByText('Meeting r2')).toBeNull())
  expect(forgotten).toEqual([{ voiceId: 'v1', recordingId: 'r2' }])
  expect(await screen.findByText(/^1 damaged backup in the library could not be searched/u)).toBeTruthy()
  // The last part disappears with the voice.
  expect(screen.queryByRole('button', { name: 'Forget Anna in “Meeting r1”' })).toBeNull()
})

it('forgets all after one question, and says where traces are left', async () => {
  const { user } = openVoices([anna, ben], 'fr')
  await user.click(await screen.findByRole('button', { name: 'Oublier toutes les voix…' }))
  const dialog = within(await screen.findByRole('alertdialog', { name: /^Oublier les 2 voix/u }))
  await user.click(dialog.getByRole('button', { name: 'Annuler' }))
  expect(screen.getByText('Anna')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Oublier toutes les voix…' }))
  await user.click(
    within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Tout oublier' }),
  )
  expect(await screen.findByText(/^Aucune voix n’est mémorisée/u)).toBeTruthy()
  expect(screen.getByText('2 voix sont oubliées.')).toBeTruthy()
  expect(screen.getByText(/^Des traces restent pour l’instant dans les fichiers/u)).toBeTruthy()
})
