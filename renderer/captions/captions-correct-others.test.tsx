// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { conversation, paragraph, saidWords } from '#core/edits/testing/samples'
import { paragraphText } from '#core/transcript/transcript'
import { createCommentStore } from '../comments/comment-store.ts'
import { recordingCard } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../sound/testing/render-in-studio.tsx'
import { toast } from '../ui/toast.tsx'
import { CaptionsScreen } from './captions-screen.tsx'

beforeEach(() => {
  // There is no layout here; the list needs a height to render rows.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(700)
})
afterEach(() => {
  act(() => toast.clear())
  cleanup()
  vi.restoreAllMocks()
})

const texts = ['Then Kondo came.', 'Mr Kondo, yes.', 'No, Kondo!']

it('a correction that was typed in a caption and left offers the others, which a key corrects in one step', async () => {
  const session = fakeSession({
    ...conversation([]),
    paragraphs: texts.map((text, index) =>
      paragraph(`p${index}`, 's1', saidWords(`c${index}`, text, index * 9_000)),
    ),
  })
  renderInStudio(
    <CaptionsScreen
      session={session}
      player={silentPlayer().player}
      recording={recordingCard()}
      comments={createCommentStore()}
    />,
  )
  await userEvent.click(await screen.findByRole('button', { name: /^Then Kondo/u }))
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Caption \d+$/u })
  const at = field.value.indexOf('Kondo')
  field.setSelectionRange(at, at + 'Kondo'.length)
  await userEvent.keyboard('Okonjo')
  const shown = () => session.state.transcript.paragraphs.map(paragraphText)
  await waitFor(() => expect(shown()[0]).toBe('Then Okonjo came.'))
  // Words follow once typing pauses; the caption is still being edited.
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(screen.queryByText(/was recognized/u)).toBeNull()
  await userEvent.keyboard('{ArrowDown}')
  await screen.findByText('“Kondo” was recognized 2 more times. Change them to “Okonjo” too?')
  const before = session.applied.length
  await userEvent.keyboard('{Alt>}g{/Alt}')
  expect(shown()).toEqual(['Then Okonjo came.', 'Mr Okonjo, yes.', 'No, Okonjo!'])
  expect(session.applied).toHaveLength(before + 1)
  expect(document.activeElement?.getAttribute('data-cue-field')).toBe('1')
})
