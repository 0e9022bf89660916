// @vitest-environment happy-dom
import { renderHook, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { conversation } from '#core/edits/testing/samples'
import { StudioProvider } from '../rpc/studio-context.tsx'
import type { PageHost } from '../rpc/host.ts'
import { fakeStudio } from './testing/fake-studio.ts'
import { useTranscriptSession } from './use-transcript-session.ts'

it('stays open when the length of the recording becomes known, and keeps words within it from then on', async () => {
  const studio = fakeStudio(conversation())
  const client = studio.connect()
  const { result, rerender, unmount } = renderHook(
    ({ durationMs }: { durationMs: number | null }) => useTranscriptSession(studio.transcript.id, durationMs),
    {
      initialProps: { durationMs: null as number | null },
      wrapper: ({ children }) => (
        <StudioProvider client={client} host={{} as PageHost}>
          {children}
        </StudioProvider>
      ),
    },
  )
  await waitFor(() => expect(result.current.session).not.toBeNull())
  const { session } = result.current
  expect(session?.limits).toEqual({})
  rerender({ durationMs: 60_000 })
  expect(result.current.session).toBe(session)
  expect(session?.limits).toEqual({ durationMs: 60_000 })
  unmount()
})
