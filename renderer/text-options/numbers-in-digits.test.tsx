// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { conversation, paragraph, saidWords } from '#core/edits/testing/samples'
import type { Transcript } from '#core/transcript/transcript'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { NumbersInDigits } from './numbers-in-digits.tsx'

afterEach(cleanup)

const saying = (text: string): Transcript => ({
  ...conversation([]),
  paragraphs: [paragraph('p1', 's1', saidWords('c1', text, 0))],
})

it('tells how many places it writes otherwise, does so and goes back', async () => {
  const session = fakeSession(saying('We paid twelve euros for fifty people.'))
  renderInStudio(<NumbersInDigits session={session} />)
  const choice = await screen.findByRole('switch', { name: /in digits \(2 places\)$/u })
  expect(choice).toHaveProperty('checked', false)
  await userEvent.click(choice)
  expect(session.state.transcript.numbers).toBe('digits')
  expect(choice).toHaveProperty('checked', true)
  await userEvent.click(choice)
  expect(session.state.transcript).not.toHaveProperty('numbers')
})

it('goes where nothing would be written otherwise', async () => {
  const session = fakeSession({
    ...conversation([]),
    paragraphs: [
      paragraph('p1', 's1', saidWords('c1', 'One of them went.', 0)),
      paragraph('p2', 's1', saidWords('c2', 'We paid twelve euros.', 9_000)),
    ],
  })
  renderInStudio(<NumbersInDigits session={session} look="checkbox" />)
  await screen.findByRole('checkbox', { name: /1 place/u })
  act(() => session.apply([{ kind: 'delete-paragraph', id: 'e1', paragraphId: 'p2' }], {}))
  await waitFor(() => expect(screen.queryByRole('checkbox')).toBeNull())
})
