// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { createEditorStore, type SpeakerPrompt } from '../editor-store.ts'
import { conversation } from '../../sound/testing/conversation.ts'
import { fakeSession } from '../../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../../sound/testing/render-in-studio.tsx'
import { SpeakerChoice } from './speaker-choice.tsx'

afterEach(cleanup)

/** The choice for this prompt, in an episode whose feed names three people, one of whom is a speaker already. */
async function openChoice(prompt: Omit<Exclude<SpeakerPrompt, { paragraphId: string }>, 'anchor'> | 'p3') {
  const anchor = document.body.appendChild(document.createElement('button'))
  const store = createEditorStore()
  store.setState({
    speakerPrompt:
      prompt === 'p3' ? { paragraphId: 'p3', scope: null, isAtCaret: false, anchor } : { ...prompt, anchor },
  })
  const session = fakeSession(conversation)
  renderInStudio(
    <SpeakerChoice session={session} player={silentPlayer().player} store={store} durationMs={60_000} />,
    {
      'podcasts.source': () => ({
        podcast: 'Mending things',
        publishedAtMs: null,
        notes: '',
        link: '',
        picture: null,
        people: ['NORA', 'Ana Lopez', 'Bo'],
      }),
    },
  )
  await screen.findByRole('option', { name: 'Ana Lopez from the feed or the file' })
  return {
    user: userEvent.setup(),
    options: () => screen.getAllByRole('option').map(({ textContent }) => textContent),
    names: () => session.state.transcript.speakers.map(({ name }) => name),
  }
}

it('names of the feed that nobody has are offered for a voice, by key and by click; nothing is named unasked', async () => {
  const { user, options, names } = await openChoice({ speakerId: 'third' })
  expect(options()).toEqual(['Ana Lopezfrom the feed or the file', 'Bofrom the feed or the file'])
  expect(names()).toEqual(['Nora', 'Idris', null])
  const field = screen.getByRole('combobox', { name: 'Name of Speaker 3' })
  field.focus()
  await user.keyboard('b')
  expect(options()).toEqual(['Bofrom the feed or the file'])
  await user.keyboard('{ArrowDown}')
  expect(field.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option').id)
  await user.keyboard('{Enter}')
  await waitFor(() => expect(names()).toEqual(['Nora', 'Idris', 'Bo']))
})

it('what is typed is the name, also if the feed has one like it', async () => {
  const { user, names } = await openChoice({ speakerId: 'third' })
  screen.getByRole('combobox', { name: 'Name of Speaker 3' }).focus()
  await user.keyboard('Bob{Backspace}{ArrowDown}{ArrowUp}{Enter}')
  await waitFor(() => expect(names()).toEqual(['Nora', 'Idris', 'Bo']))
})

it('they follow the speakers where a paragraph gets its speaker', async () => {
  const { user, options, names } = await openChoice('p3')
  expect(options().slice(3)).toEqual(['Ana Lopezfrom the feed or the file', 'Bofrom the feed or the file'])
  const dialog = within(screen.getByRole('dialog', { name: 'Who is speaking?' }))
  await user.type(dialog.getByRole('combobox'), 'ana l{ArrowDown}')
  expect(options()).toEqual(['Ana Lopezfrom the feed or the file'])
  await user.keyboard('{Enter}')
  await waitFor(() => expect(names()).toContain('Ana Lopez'))
})
