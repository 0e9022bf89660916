// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { NewestVersion } from './newest-version.tsx'

afterEach(cleanup)

const ask = async (answer: { version: string; isNewer: boolean; page: string | null }) => {
  const { calls } = renderInStudio(<NewestVersion host="parolo.example" />, {
    'program.newestVersion': () => answer,
  })
  expect(screen.getByText('Asks parolo.example. Nothing else is sent.')).toBeDefined()
  expect(calls).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Check for a newer version' }))
  return calls
}

it('asks at a press alone, and says which version is there and where', async () => {
  const calls = await ask({ version: '0.2.0', isNewer: true, page: 'https://parolo.example/get' })
  expect(await screen.findByText('Version 0.2.0 is available.')).toBeDefined()
  expect(screen.getByText('https://parolo.example/get')).toBeDefined()
  expect(calls.map(({ name }) => name)).toEqual(['program.newestVersion'])
})

it('says that this is the newest one', async () => {
  await ask({ version: '0.1.0', isNewer: false, page: null })
  expect(await screen.findByText('This is the newest version.')).toBeDefined()
})
