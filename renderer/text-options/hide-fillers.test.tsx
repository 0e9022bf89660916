// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor } from '@testing-library/react'
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
  const choice = await screen.findByRole('switch', {
    name: 'Hide fillers, stutters and false starts (2 words)',
  })
  expect(choice).toHaveProperty('checked', false)
  await userEvent.click(choice)
  expect(session.state.transcript.fillers).toBe('hidden')
  expect(choice).toHaveProperty('checked', true)
  await userEvent.click(choice)
  expect(session.state.transcript).not.toHaveProperty('fillers')
})

it('goes where nothing is left to hide', async () => {
  const session = fakeSession({
    ...conversation([]),
    paragraphs: [
      paragraph('p1', 's1', saidWords('c1', 'I think so.', 0)),
      paragraph('p2', 's1', saidWords('c2', 'Um, no.', 9_000)),
    ],
  })
  renderInStudio(<HideFillers session={session} look="checkbox" />)
  await screen.findByRole('checkbox', { name: /1 word/u })
  act(() => session.apply([{ kind: 'delete-paragraph', id: 'e1', paragraphId: 'p2' }], {}))
  await waitFor(() => expect(screen.queryByRole('checkbox')).toBeNull())
})
