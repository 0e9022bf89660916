// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { conversation, paragraph, saidWords } from '#core/edits/testing/samples'
import { paragraphText } from '#core/transcript/transcript'
import { layOut, openCaptions, takeDown } from './testing/captions-page.tsx'

beforeEach(() => layOut())
afterEach(takeDown)

const texts = ['Then Kondo came.', 'Mr Kondo, yes.', 'No, Kondo!']

it('a correction that was typed in a caption and left offers the others, which a key corrects in one step', async () => {
  const { session } = openCaptions({
    ...conversation([]),
    paragraphs: texts.map((text, index) =>
      paragraph(`p${index}`, 's1', saidWords(`c${index}`, text, index * 9_000)),
    ),
  })
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
