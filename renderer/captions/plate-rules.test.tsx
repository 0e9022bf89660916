// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { conversation } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { PlateRules } from './plate-rules.tsx'

afterEach(cleanup)

/** The offer below a plate whose shape can be changed. */
function Plates({ session }: { readonly session: ReturnType<typeof fakeSession> }) {
  const [shape, setShape] = useState('wide')
  return (
    <>
      {(['wide', 'tall', 'square'] as const).map((id) => (
        <button key={id} type="button" onClick={() => setShape(id)}>
          {id}
        </button>
      ))}
      <PlateRules session={session} isTall={shape === 'tall'} />
    </>
  )
}

const open = (session = fakeSession(conversation)) => {
  renderInStudio(<Plates session={session} />)
  return session
}
const press = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }))
const vertical = 'Use the rules “Vertical, 9:16”'

it('offers the rules of the tall plate, and those of wide ones again; nothing changes before', async () => {
  const session = open()
  expect(screen.queryByRole('button', { name: /^Use/u })).toBeNull()
  await press('tall')
  expect(session.state.transcript.captionRules).toBeUndefined()
  await press(vertical)
  expect(session.state.transcript.captionRules).toMatchObject({ preset: 'vertical' })
  expect(screen.queryByRole('button', { name: /^Use/u })).toBeNull()
  await press('square')
  expect(session.state.transcript.captionRules).toMatchObject({ preset: 'vertical' })
  await press('Use the rules “Netflix, English”')
  expect(session.state.transcript.captionRules).toMatchObject({ preset: 'netflix' })
})

it('goes back to the rules that were there before, with what was changed in them', async () => {
  const rules = { preset: 'bbc', changes: { maxLines: 1 } } as const
  const session = fakeSession(conversation)
  session.apply([{ kind: 'set-caption-rules', id: 'e1', rules }])
  open(session)
  await press('tall')
  await press(vertical)
  await press('wide')
  await press('Use the rules “BBC”')
  expect(session.state.transcript.captionRules).toEqual(rules)
})

it('keeps the margin above the buttons of phones', async () => {
  const session = fakeSession(conversation)
  const rules = { preset: 'netflix', changes: { bottomMarginPercent: 26 } } as const
  session.apply([{ kind: 'set-caption-rules', id: 'e1', rules }])
  open(session)
  await press('tall')
  await press(vertical)
  expect(session.state.transcript.captionRules).toEqual({
    preset: 'vertical',
    changes: { bottomMarginPercent: 26 },
  })
})

it('judges rules of one’s own by their numbers, not by those they are based on', async () => {
  const session = fakeSession(conversation)
  const own = { preset: 'Clips', base: 'netflix', changes: { maxCharactersPerLine: 22 } } as const
  session.apply([{ kind: 'set-caption-rules', id: 'e1', rules: own }])
  open(session)
  expect(screen.getByText(/^These captions are cut for 9:16 pictures/u)).toBeTruthy()
  await press('tall')
  expect(screen.queryByRole('button', { name: /^Use/u })).toBeNull()
  const wide = { preset: 'House', base: 'vertical', changes: { maxCharactersPerLine: 40 } } as const
  act(() => session.apply([{ kind: 'set-caption-rules', id: 'e2', rules: wide }]))
  expect(await screen.findByRole('button', { name: vertical })).toBeTruthy()
})

it('offers nothing where the lines of a language fit any picture', async () => {
  open(fakeSession({ ...conversation, language: 'ja' }))
  await press('tall')
  expect(screen.queryByRole('button', { name: /^Use/u })).toBeNull()
})
