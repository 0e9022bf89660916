// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'

beforeEach(forgetPage)
afterEach(closePage)

it('the library’s terms are edited as a list, bad lines are reported by number, and nothing is saved before Save', async () => {
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

it('names and terms of a document are proposed, and those that are ticked are added to the list, still to be saved', async () => {
  const saved: unknown[] = []
  openPage('/settings/glossary', {
    answers: {
      'glossary.get': () => ({ text: 'Adeyemi' }),
      'glossary.set': (input: unknown) => {
        saved.push(input)
        return {}
      },
    },
  })
  const user = userEvent.setup()
  const field = await screen.findByRole('textbox', { name: 'Terms, one a line' })
  const html =
    '<html><head><style>p { color: Red }</style><script>Nothing()</script></head><body><p>We met Ngozi Okonjo and Mr Adeyemi.</p><p>Then Ngozi Okonjo spoke of UNESCO.</p></body></html>'
  await user.upload(
    screen.getByLabelText('From a document…', { selector: 'input' }),
    new File([html], 'minutes.html'),
  )
  const group = await screen.findByRole('group', { name: 'Names and terms in minutes.html' })
  const names = within(group)
    .getAllByRole('checkbox')
    .map((box) => box.closest('label')?.textContent)
  expect(names).toEqual(['Ngozi Okonjo (2×)', 'UNESCO'])
  expect(within(group).getByRole('button', { name: 'Add' }).getAttribute('aria-disabled')).toBe('true')
  await user.click(within(group).getByRole('checkbox', { name: /Ngozi Okonjo/u }))
  await user.click(within(group).getByRole('button', { name: 'Add 1 term' }))
  expect(field).toHaveProperty('value', 'Adeyemi\nNgozi Okonjo\n')
  expect(screen.queryByRole('group', { name: /minutes/u })).toBeNull()
  expect(saved).toEqual([])
})

it('a document that cannot be read is reported, with what to do', async () => {
  openPage('/settings/glossary', { answers: { 'glossary.get': () => ({ text: '' }) } })
  await screen.findByRole('textbox', { name: 'Terms, one a line' })
  const input = screen.getByLabelText('From a document…', { selector: 'input' })
  await userEvent.upload(input, new File(['no archive'], 'minutes.docx'))
  // The reader for Word documents is loaded on demand.
  const problem = /“minutes.docx” cannot be read. Save it as text/u
  const reported = await screen.findByText(problem, {}, { timeout: 20_000 })
  expect(reported.getAttribute('role')).toBe('status')
})
