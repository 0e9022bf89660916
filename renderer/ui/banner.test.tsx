// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { Banner } from './banner.tsx'

afterEach(cleanup)

it('the details of an error are copied from the banner’s menu; without an error it has none', async () => {
  const user = userEvent.setup()
  const error = { code: 'internal' as const, message: 'it failed', detail: 'at line 3' }
  renderInStudio(
    <>
      <Banner title="The disk refuses" error={error} />
      <Banner title="All is well" />
    </>,
  )
  await user.click(screen.getByRole('button', { name: 'More' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Copy details' }))
  expect(await navigator.clipboard.readText()).toBe('internal\nit failed\n\nat line 3')
})
