// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
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
  const choice = screen.getByRole('switch', { name: /in digits \(2 places\)$/u })
  expect(choice).toHaveProperty('checked', false)
  await userEvent.click(choice)
  expect(session.state.transcript.numbers).toBe('digits')
  expect(choice).toHaveProperty('checked', true)
  await userEvent.click(choice)
  expect(session.state.transcript).not.toHaveProperty('numbers')
})

it('is not there where nothing would be written otherwise', () => {
  renderInStudio(<NumbersInDigits session={fakeSession(saying('One of them went.'))} look="checkbox" />)
  expect(screen.queryByRole('checkbox')).toBeNull()
})
