// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { Doubt } from '#core/doubt/reasons'
import { placesToCheck } from '#core/doubt/places-to-check'
import { conversation, paragraph, saidWords } from '#core/edits/testing/samples'
import { fakeSession } from '../../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../../sound/testing/render-in-studio.tsx'
import { createEditorStore, openPlaceToCheck } from '../editor-store.ts'
import { CheckPanel } from './check-panel.tsx'

afterEach(cleanup)

/** Two turns of Ada that are more similar to Ben's voice; the first is open. */
function opened() {
  const session = fakeSession({
    ...conversation([]),
    speakers: ['Ada', 'Ben'].map((name, colour) => ({
      id: name.toLowerCase(),
      name,
      colour,
      groupId: null,
    })),
    paragraphs: ['Shall we begin now.', 'Yes, of course.'].map((text, index) =>
      paragraph(`p${index}`, 'ada', saidWords(`c${index}`, text, index * 9_000)),
    ),
  })
  const reason = { reason: 'speaker-unsure', otherSpeakerId: 'ben', margin: -0.02, estimate: 0.6 } as const
  const doubts = session.state.transcript.paragraphs.map(({ words }): Doubt => ({
    fromWordId: words[0]?.id ?? '',
    toWordId: words.at(-1)?.id ?? '',
    reasons: [reason],
    estimate: 0.6,
  }))
  const places = placesToCheck(session.state.transcript, doubts, 'reading')
  const store = createEditorStore()
  store.setState({ panel: 'check' })
  renderInStudio(
    <CheckPanel
      session={session}
      player={silentPlayer().player}
      store={store}
      places={places}
      order="reading"
      onOrder={() => undefined}
    />,
  )
  const [first] = places
  if (first === undefined) throw new Error('a place')
  act(() => openPlaceToCheck(store, first))
  const speakers = () => session.state.transcript.paragraphs.map(({ speakerId }) => speakerId)
  return { session, store, places, speakers, user: userEvent.setup() }
}

it('a turn that is more like another voice is given to that speaker by the button, in one step', async () => {
  const { session, store, places, speakers, user } = opened()
  await user.click(screen.getByRole('button', { name: /^It is Ben/u }))
  expect(speakers()).toEqual(['ben', 'ada'])
  expect(session.applied).toHaveLength(1)
  expect(store.getState()).toMatchObject({ checkedPlace: places[0], openPlace: places[1] })
})

it('the same by Shift+Enter; Enter leaves the speaker and says that it is right', async () => {
  const { session, speakers, user } = opened()
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/Shall we begin now/u)
  await user.keyboard('{Shift>}{Enter}{/Shift}')
  expect(speakers()).toEqual(['ben', 'ada'])
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/Yes, of course/u)
  expect(screen.getByRole('button', { name: /^The speaker is right/u })).toBeDefined()
  await user.keyboard('{Enter}')
  expect(speakers()).toEqual(['ben', 'ada'])
  expect(session.state.transcript.marks).toMatchObject([
    { kind: 'speaker-checked', fromWordId: 'c0.0', toWordId: 'c0.3' },
    { kind: 'speaker-checked', fromWordId: 'c1.0', toWordId: 'c1.2' },
  ])
})
