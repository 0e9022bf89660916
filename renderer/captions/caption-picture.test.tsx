// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultPreferences } from '#contracts/default-preferences'
import type { Preferences } from '#contracts/preferences'
import type { PictureSize } from '#core/captions/look/caption-look'
import { createCommentStore } from '../comments/comment-store.ts'
import { conversation, recordingCard } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../sound/testing/render-in-studio.tsx'
import { CaptionsScreen } from './captions-screen.tsx'
import { layOut, takeDown } from './testing/captions-page.tsx'

beforeEach(() => layOut())
afterEach(takeDown)

async function open(size: PictureSize | null) {
  const { player } = silentPlayer()
  const session = fakeSession(conversation)
  let preferences: Preferences = defaultPreferences
  renderInStudio(
    <CaptionsScreen
      session={session}
      player={player}
      recording={{ ...recordingCard(), hasVideo: true }}
      comments={createCommentStore()}
    />,
    {
      'recordings.picture': () => ({ size }),
      'recordings.shots': () => ({ timesMs: [] }),
      'program.preferences': () => preferences,
      'program.setPreferences': (patch) => {
        preferences = { ...preferences, ...patch } as Preferences
        return preferences
      },
    },
  )
  await screen.findByRole('button', { name: /^One iron/ })
  await userEvent.click(screen.getByRole('button', { name: /^One iron/ }))
  return { session, preferences: () => preferences }
}

const figure = (): HTMLElement => screen.getByRole('figure', { name: 'Picture' })
const caption = (): HTMLElement => {
  const found = figure().querySelector('p')
  if (found === null) throw new Error('a caption is drawn')
  return found
}
const isChosen = (name: string): boolean => screen.getByRole<HTMLInputElement>('radio', { name }).checked

describe('the picture of captions', () => {
  it('has the shape of the film, and a tall one offers the rules for it', async () => {
    await open({ width: 720, height: 1_280 })
    expect(isChosen('9:16')).toBe(true)
    expect(figure().style.getPropertyValue('--shape')).toBe('720 / 1280')
    expect(screen.getByRole('button', { name: 'Use the rules “Vertical, 9:16”' })).toBeTruthy()
  })

  it('has a shape of its own for a film that has none of the usual ones', async () => {
    await open({ width: 640, height: 480 })
    expect(isChosen('4:3')).toBe(true)
    await userEvent.click(screen.getByRole('radio', { name: '16:9' }))
    expect(figure().style.getPropertyValue('--shape')).toBe('16 / 9')
  })

  it('is wide while nothing is known of the film', async () => {
    await open(null)
    expect(isChosen('16:9')).toBe(true)
  })

  it('has captions above the buttons of phones by choice, which is a rule of the transcript', async () => {
    const { session } = await open({ width: 720, height: 1_280 })
    expect(caption().parentElement?.style.paddingBottom).toBe('86.4px')
    const margin = screen.getByRole('switch', { name: 'Above the phone’s buttons' })
    await userEvent.click(margin)
    expect(caption().parentElement?.style.paddingBottom).toBe('280.8px')
    expect(session.state.transcript.captionRules?.changes).toEqual({ bottomMarginPercent: 26 })
    await userEvent.click(margin)
    expect(session.state.transcript.captionRules?.changes).toEqual({})
  })

  it('has a box or an outline, as exports have then', async () => {
    const { preferences } = await open({ width: 1_280, height: 720 })
    expect(caption().dataset['edge']).toBe('box')
    expect(screen.queryByRole('switch', { name: 'Above the phone’s buttons' })).toBeNull()
    await userEvent.click(screen.getByRole('radio', { name: 'Outline' }))
    expect(caption().dataset['edge']).toBe('outline')
    expect(preferences().exports.output?.captionBox).toBe(false)
  })
})
