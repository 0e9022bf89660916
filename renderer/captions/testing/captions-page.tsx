import { cleanup } from '@testing-library/react'
import { vi } from 'vitest'
import type { ProgramLanguage } from '#core/messages/messages'
import type { Transcript } from '#core/transcript/transcript'
import { createCommentStore } from '../../comments/comment-store.ts'
import { conversation, recordingCard } from '../../sound/testing/conversation.ts'
import { fakeSession } from '../../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../../sound/testing/render-in-studio.tsx'
import { toast } from '../../ui/toast.tsx'
import { CaptionsScreen } from '../captions-screen.tsx'

/** There is no layout in tests; the list needs a height to render rows. */
export function layOut(height = 900): void {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(height)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(700)
}

/** As in a window of 800 × 600 px. */
export function shrinkWindow(): void {
  vi.spyOn(window, 'matchMedia').mockImplementation((query) => ({
    media: query,
    matches: query === '(max-width: 900px)' || query === '(max-width: 1100px)',
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => true,
  }))
}

export function takeDown(): void {
  cleanup()
  toast.clear()
  vi.restoreAllMocks()
}

interface OpenOptions {
  readonly language?: ProgramLanguage
  readonly recording?: Parameters<typeof recordingCard>[0]
  readonly answers?: Parameters<typeof renderInStudio>[1]
}

/** The screen of a transcript's captions. */
export function openCaptions(
  transcript: Transcript = conversation,
  { language = 'en', recording = {}, answers = {} }: OpenOptions = {},
) {
  const { player, media } = silentPlayer()
  const session = fakeSession(transcript)
  const comments = createCommentStore()
  const studio = renderInStudio(
    <CaptionsScreen {...{ session, player, comments }} recording={recordingCard(recording)} />,
    answers,
    language,
  )
  return { player, media, session, studio }
}
