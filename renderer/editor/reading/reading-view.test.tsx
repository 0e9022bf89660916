// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { spoken } from '#core/captions/testing/spoken'
import { conversation } from '../../sound/testing/conversation.ts'
import { fakeSession } from '../../sound/testing/fake-session.ts'
import { renderInStudio } from '../../sound/testing/render-in-studio.tsx'
import { ReadingView } from './reading-view.tsx'

afterEach(cleanup)

it('has a placeholder where words or all words of a voice are redacted', async () => {
  const [first, second] = conversation.speakers
  if (first === undefined || second === undefined) throw new Error('two voices are needed')
  const paragraphs = spoken([
    [first.id, 0, 4_000, 'My name is Quentin Zanzibar and I live here.'],
    [second.id, 5_000, 8_000, 'Nice to meet you.'],
  ])
  const [from, to] = (paragraphs[0]?.words ?? []).slice(3, 5)
  if (from === undefined || to === undefined) throw new Error('no words')
  const redaction = { id: 'r', kind: 'redaction', fromWordId: from.id, toWordId: to.id, value: null } as const
  const speakers = [first, { ...second, redacted: true as const }]
  const session = fakeSession({ ...conversation, speakers, paragraphs, turns: [], marks: [redaction] })
  renderInStudio(<ReadingView session={session} onClose={() => undefined} />)
  expect(await screen.findByText('My name is [redacted] and I live here.')).toBeTruthy()
  expect(screen.getByRole('article').textContent).not.toMatch(/Quentin|Zanzibar|Nice|meet/)
  expect(screen.getAllByText(/^\[redacted\]/)).toHaveLength(1)
})
