// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Transcript } from '#core/transcript/transcript'
import { conversation } from '../sound/testing/conversation.ts'
import { renderCheck } from './testing/render-check.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const [first] = conversation.paragraphs
const words = first?.words ?? []
const [from, to] = [words[2], words[3]]
const struck: Transcript = {
  ...conversation,
  marks: [
    {
      id: 'c',
      kind: 'cut',
      fromWordId: from?.id ?? '',
      toWordId: to?.id ?? '',
      value: { reason: 'person' },
    },
  ],
}

/** The noise of the recording: -60 dBFS until the cut words, then another. */
function served(afterDb: number): readonly string[] {
  const asked: string[] = []
  const loud = (from?.startMs ?? 0) / 20
  const levels = Float32Array.from({ length: 3_000 }, (_, at) => (at < loud ? -60 : afterDb))
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    return Promise.resolve(new Response(url.endsWith('/levels') ? levels : new Int8Array(12_000)))
  })
  return asked
}

const opened = () =>
  screen.findByText(/12 dB louder at this cut/u).then(() => screen.getByRole('listitem', { current: true }))

it('a cut at which the noise jumps is listed, and its words restored', async () => {
  served(-48)
  const { next, user, session } = renderCheck(struck, { playable: true })
  await waitFor(() => {
    next()
    screen.getByText(/12 dB louder at this cut/u)
  })
  await user.click(within(await opened()).getByRole('button', { name: /^Restore “/u }))
  expect(session.state.transcript.marks).toEqual([])
})

it('a cut that is left is not listed again', async () => {
  served(-72)
  const { next, user, session } = renderCheck(struck, { playable: true, language: 'fr' })
  await waitFor(() => {
    next()
    // Anything under -70 dBFS is silence.
    screen.getByText(/baisse de 10\sdB à cette coupe/u)
  })
  await user.click(screen.getByRole('button', { name: /^Garder la coupe/u }))
  expect(session.state.transcript.marks.map(({ kind }) => kind)).toEqual(['cut', 'accepted'])
  await waitFor(() => expect(screen.queryByText(/baisse de 10\sdB/u)).toBeNull())
})

it('is not listed in one room, and without cuts no levels are loaded', async () => {
  const asked = served(-57)
  renderCheck(struck, { playable: true })
  await waitFor(() => expect(asked.map((url) => url.split('/').at(-1))).toContain('levels'))
  await waitFor(() => expect(screen.getByText('No likely errors.')).toBeTruthy())
  cleanup()
  const again = served(-48)
  renderCheck(conversation, { playable: true })
  await waitFor(() => expect(again.map((url) => url.split('/').at(-1))).toContain('peaks'))
  expect(again.some((url) => url.endsWith('/levels'))).toBe(false)
})
