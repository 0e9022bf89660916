// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { LostChangesNotice } from './lost-changes-notice.tsx'
import { TakeLiveText } from './take-live-text.tsx'

afterEach(cleanup)

const lost = {
  corrections: [{ startMs: 61_000, source: 'Microphone', was: 'The fare.', text: 'The fair.' }],
  names: [{ source: 'This computer’s sound', name: 'Ben' }],
}
const nothing = { corrections: [], names: [] }

it('corrections without a place are listed until they are put away', async () => {
  const { calls } = renderInStudio(<LostChangesNotice recordingId="r" />, {
    'recorder.liveText': () => ({ canBeTranscript: false, lost }),
    'recorder.putAwayLostChanges': () => ({}),
  })
  const user = userEvent.setup()
  expect(
    await screen.findByText('2 corrections made while recording were not placed in this text.'),
  ).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Show…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Corrections not placed' })
  expect(within(dialog).getByText('The fair.')).toBeDefined()
  expect(within(dialog).getByText('The fare.')).toBeDefined()
  expect(within(dialog).getByText('1:01')).toBeDefined()
  expect(within(dialog).getByText('Name: Ben')).toBeDefined()
  await user.click(within(dialog).getByRole('button', { name: 'Dismiss' }))
  await waitFor(() => expect(calls.map(({ name }) => name)).toContain('recorder.putAwayLostChanges'))
})

it('the text that was made while recording is offered where there is none', async () => {
  const { calls } = renderInStudio(<TakeLiveText recordingId="r" />, {
    'recorder.liveText': () => ({ canBeTranscript: true, lost: nothing }),
    'recorder.takeLiveText': () => ({ transcriptId: 't' }),
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Use the text from the recording' }))
  await waitFor(() => expect(calls.map(({ name }) => name)).toContain('recorder.takeLiveText'))
})
