// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'

beforeEach(forgetPage)
afterEach(closePage)

it('the library’s terms are edited as a list, bad lines are told by number, and nothing is saved before Save', async () => {
  const saved: unknown[] = []
  openPage('/settings/glossary', {
    answers: {
      'glossary.get': () => ({ text: 'Parolo\n' }),
      'glossary.set': (input: unknown) => {
        saved.push(input)
        return {}
      },
    },
  })
  const user = userEvent.setup()
  const field = await screen.findByRole('textbox', { name: 'Terms, one a line' })
  expect(field).toHaveProperty('value', 'Parolo\n')
  await user.type(field, '= x')
  await screen.findByText('Line 2: the term before = is missing')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(screen.queryByText(/Line 2/u)).toBeNull()
  await user.type(field, 'Okonjo')
  expect(saved).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(saved).toEqual([{ recordingId: null, text: 'Parolo\nOkonjo' }]))
  await screen.findByText('2 terms · Saved')
})
