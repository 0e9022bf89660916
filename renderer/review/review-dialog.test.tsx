// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { CallOutput } from '#contracts/calls/calls'
import { review } from '#core/messages/groups/review'
import type { ProgramLanguage } from '#core/messages/messages'
import { conversation } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { expectNoEnglish } from '../testing/expect-no-english.ts'
import { toast } from '../ui/toast.tsx'
import { ReviewDialog } from './review-dialog.tsx'

afterEach(() => {
  cleanup()
  toast.clear()
})

type Facts = CallOutput<'exports.review'>

const facts: Facts = {
  places: 12,
  words: 9_000,
  bytes: { all: 22_600_000, places: 2_500_000, none: 320_000 },
  seconds: { all: 5_580, places: 300 },
  lost: null,
  fileName: 'Talk.html',
}

function open(answer: (speakerId: string | null) => Facts = () => facts, language: ProgramLanguage = 'en') {
  const onClose = vi.fn<() => void>()
  const session = fakeSession(conversation)
  const house = renderInStudio(
    <ReviewDialog session={session} recordingId="r" title="Talk" onClose={onClose} />,
    {
      'exports.review': ({ speakerId }) => answer(speakerId),
      'exports.film': () => ({ jobId: 'j1', leftOut: [] }),
      'corrections.read': () => ({ count: 3, leftOut: [] }),
      'exports.films': () => [],
      'jobs.list': () => [],
    },
    language,
  )
  const asked = (): unknown => house.calls.findLast(({ name }) => name === 'exports.film')?.input
  const given = (): unknown => house.calls.findLast(({ name }) => name === 'corrections.read')?.input
  return { onClose, asked, given, session }
}

it('says the size of each choice before it is made, and makes what was chosen', async () => {
  const { asked, onClose, session } = open()
  await screen.findByText('12 places are marked to be checked.')
  screen.getByRole('radio', { name: /^All of it: 1:33:00, a page of 23\sMB$/u })
  await userEvent.type(screen.getByRole('textbox', { name: 'For whom' }), 'Zoé')
  await userEvent.click(screen.getByRole('radio', { name: /^The seconds around the places.*2\.5\sMB$/u }))
  await userEvent.click(screen.getByRole('radio', { name: 'Français' }))
  await userEvent.click(screen.getByRole('button', { name: 'Make the page' }))
  await waitFor(() =>
    expect(asked()).toEqual({
      transcriptId: session.transcriptId,
      reviewSound: 'places',
      speakerId: null,
      reviewer: 'Zoé',
      language: 'fr',
      fileName: 'Talk - Zoé.html',
    }),
  )
  expect(onClose).toHaveBeenCalledOnce()
})

it('is in French, sizes and lengths too, and makes a French page', async () => {
  const { asked } = open(undefined, 'fr')
  await screen.findByRole('radio', { name: /^En entier\s: 1:33:00, une page de 23\sMo$/u })
  await userEvent.type(screen.getByRole('textbox', { name: 'Destinataire' }), 'Zoé')
  await userEvent.click(screen.getByRole('radio', { name: /^Les secondes autour des endroits.*2,5\sMo$/u }))
  expectNoEnglish(review)
  await userEvent.click(screen.getByRole('button', { name: 'Créer la page' }))
  await waitFor(() =>
    expect(asked()).toMatchObject({ reviewSound: 'places', reviewer: 'Zoé', language: 'fr' }),
  )
})

it('is limited to one speaker, whose page has sizes of its own', async () => {
  const bytes = { all: 1_000_000, places: 200_000, none: 50_000 }
  const { asked } = open((speakerId) => (speakerId === null ? facts : { ...facts, bytes }))
  await userEvent.click(await screen.findByRole('button', { name: /Words of/u }))
  const [, voice] = await screen.findAllByRole('option')
  await userEvent.click(voice!)
  await screen.findByRole('radio', { name: /^All of it.*1\.0?\s?MB|^All of it.*1\sMB/u })
  await userEvent.click(screen.getByRole('button', { name: 'Make the page' }))
  await waitFor(() => expect(asked()).toMatchObject({ speakerId: expect.any(String) as string }))
})

it('offers no sound that is too long or not there, and says why', async () => {
  open(() => ({ ...facts, bytes: { ...facts.bytes, all: null } }))
  await screen.findByText('All of it: too long for a page (1:33:00)')
  expect(screen.queryByRole('radio', { name: /^All of it/u })).toBeNull()
  cleanup()
  const { asked } = open(() => ({ ...facts, lost: 'sound.deleted' }))
  await screen.findByText('The sound was deleted, so the page has none.')
  await userEvent.click(screen.getByRole('button', { name: 'Make the page' }))
  await waitFor(() => expect(asked()).toMatchObject({ reviewSound: 'none' }))
})

it('opens an answer that came back as a file or as text, and says whose it is', async () => {
  const { given, session, onClose } = open()
  const file = new File(['{}'], 'Talk - Zoé.parolo-review.json', { type: 'application/json' })
  await userEvent.upload(screen.getByLabelText('Open its file…', { selector: 'input' }), file)
  await screen.findByText('3 corrections in Talk - Zoé.parolo-review.json, now in the list to check.')
  const { transcriptId } = session
  expect(given()).toEqual({ transcriptId, fileName: file.name, base64: btoa('{}') })
  await userEvent.click(screen.getByRole('textbox', { name: 'Or paste its text here' }))
  await userEvent.paste('{"format":"parolo-review"}')
  await userEvent.click(screen.getByRole('button', { name: 'Open the pasted answer' }))
  await waitFor(() => expect(given()).toMatchObject({ base64: btoa('{"format":"parolo-review"}') }))
  expect(onClose).toHaveBeenCalledTimes(2)
})
