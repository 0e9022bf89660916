// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { conversation, paragraph, saidWords } from '#core/edits/testing/samples'
import type { Transcript } from '#core/transcript/transcript'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { HideFillers } from './hide-fillers.tsx'

afterEach(cleanup)

const saying = (text: string): Transcript => ({
  ...conversation([]),
  paragraphs: [paragraph('p1', 's1', saidWords('c1', text, 0))],
})

it('tells how many words it hides, hides them and shows them again', async () => {
  const session = fakeSession(saying('Um, I, I think so.'))
  renderInStudio(<HideFillers session={session} />)
  const choice = screen.getByRole('switch', { name: 'Hide fillers, stutters and false starts (2 words)' })
  expect(choice).toHaveProperty('checked', false)
  await userEvent.click(choice)
  expect(session.state.transcript.fillers).toBe('hidden')
  expect(choice).toHaveProperty('checked', true)
  await userEvent.click(choice)
  expect(session.state.transcript).not.toHaveProperty('fillers')
})

it('is not there where there is nothing to hide', () => {
  renderInStudio(<HideFillers session={fakeSession(saying('I think so.'))} look="checkbox" />)
  expect(screen.queryByRole('checkbox')).toBeNull()
})
