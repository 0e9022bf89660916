// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { Button } from './button.tsx'
import { toast } from './toast.tsx'
import { Trouble } from './trouble.tsx'

afterEach(() => {
  cleanup()
  toast.clear()
})

const error = { code: 'media.moved', message: 'It is gone.', remedy: 'Locate it.', detail: 'ENOENT' } as const

it.each(['page', 'strip', 'row'] as const)('says what, why and what to do, as a %s', async (form) => {
  const user = userEvent.setup()
  renderInStudio(
    <Trouble
      form={form}
      what={error.message}
      why={error.remedy}
      error={error}
      way={<Button>Locate…</Button>}
    />,
  )
  const trouble = await screen.findByRole('alert')
  expect(trouble.textContent).toContain('It is gone.Locate it.')
  // The details are read and copied by who wants them.
  expect(trouble.textContent).not.toContain('ENOENT')
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Locate…', ''])
  await user.click(screen.getByRole('button', { name: 'More' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Copy details' }))
  expect(await navigator.clipboard.readText()).toBe('media.moved\nIt is gone.\n\nENOENT')
})

it('has no menu and is not announced where nothing went wrong', () => {
  renderInStudio(<Trouble announced="none" what="No podcasts yet." way={false} />)
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
})
