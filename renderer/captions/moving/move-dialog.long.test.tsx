// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeCues } from '#core/captions/cues'
import { rulesOf } from '#core/captions/presets/transcript-rules'
import { spoken } from '#core/captions/testing/spoken'
import type { Transcript } from '#core/transcript/transcript'
import { conversation } from '../../sound/testing/conversation.ts'
import { MOVE_STEP } from '../caption-steps.ts'
import { layOut, openCaptions, takeDown } from '../testing/captions-page.tsx'

beforeEach(() => layOut())
afterEach(takeDown)

const [a, b] = conversation.speakers.map(({ id }) => id)
const paragraphs = spoken([
  [a ?? null, 1_000, 3_200, 'They come with the toaster.'],
  [b ?? null, 8_000, 11_000, 'And took the thing seriously.'],
  [a ?? null, 20_000, 23_100, 'Because somebody sat down beside them.'],
])
const transcript = { ...conversation, paragraphs, turns: [], marks: [] }

async function open(language: 'en' | 'fr' = 'en', given: Pick<Transcript, 'captionTiming'> = {}) {
  const { player, session } = openCaptions({ ...transcript, ...given }, { language })
  const [menu, item] =
    language === 'en'
      ? ['Times of all captions', /^Move in time…/]
      : ['Temps de tous les sous-titres', /^Décaler…/]
  await userEvent.click(await screen.findByRole('button', { name: menu }))
  await userEvent.click(await screen.findByRole('menuitem', { name: item }))
  const dialog = await screen.findByRole('dialog')
  const starts = () => {
    const { transcript: now } = session.state
    return makeCues(now, rulesOf(now), { durationMs: 60_000, language: 'en' }).map(({ startMs }) => startMs)
  }
  return { player, session, dialog, starts }
}

const amountField = (dialog: HTMLElement) => within(dialog).getByRole('textbox', { name: /^Later by/ })
const apply = (dialog: HTMLElement) => within(dialog).getByRole('button', { name: /^Move( \d|$)/ })

describe('moving captions in time', () => {
  it('shows what will be before it is done, and moves all by an amount as one step', async () => {
    const { session, dialog, starts } = await open()
    expect(apply(dialog).getAttribute('aria-disabled')).toBe('true')
    await userEvent.type(amountField(dialog), '1.5')
    expect(await within(dialog).findByText('3 captions move')).toBeTruthy()
    expect(within(dialog).getByText(/^1 starts at 0:02\.500 instead of 0:01\.000\.$/)).toBeTruthy()
    expect(within(dialog).getByText(/^3 starts at 0:21\.500 instead of 0:20\.000\.$/)).toBeTruthy()
    expect(session.applied).toEqual([])
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(session.applied).toHaveLength(1)
    expect(session.state.transcript.captionTiming).toEqual({ offsetMs: 1_500, ratio: 1 })
    expect(session.state.transcript.paragraphs).toBe(transcript.paragraphs)
    expect(starts()).toEqual([2_500, 9_500, 21_500])
  })

  it('is opened by its key from the caption being edited, and what follows it moves', async () => {
    const { dialog, starts, session } = await open()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(dialog.isConnected).toBe(false)
    await userEvent.click(screen.getByText('And took the thing seriously.'))
    await userEvent.keyboard('{Alt>}{Shift>}T{/Shift}{/Alt}')
    const again = await screen.findByRole('dialog')
    await userEvent.click(within(again).getByRole('radio', { name: 'From 2 on, 2' }))
    await userEvent.type(amountField(again), '2')
    expect(await within(again).findByText('2 captions move')).toBeTruthy()
    await userEvent.click(apply(again))
    expect(starts()).toEqual([1_000, 10_000, 22_000])
    expect(session.applied).toHaveLength(1)
  })

  it('tells what would start before the video', async () => {
    const { dialog } = await open()
    await userEvent.type(amountField(dialog), '-9')
    expect(await within(dialog).findByText(/^2 captions would start before the video/)).toBeTruthy()
  })

  it('of what follows are set times, and those before stay', async () => {
    const { session, dialog, starts } = await open()
    await userEvent.click(within(dialog).getByRole('radio', { name: 'From … to …' }))
    const first = within(dialog).getByRole('textbox', { name: 'First caption' })
    await userEvent.clear(first)
    await userEvent.type(first, '2')
    await userEvent.tab()
    await userEvent.type(amountField(dialog), '\u2212500')
    await userEvent.clear(amountField(dialog))
    await userEvent.type(amountField(dialog), '-0.5')
    expect(await within(dialog).findByText('2 captions move')).toBeTruthy()
    await userEvent.click(apply(dialog))
    expect(session.applied).toHaveLength(1)
    expect(session.applied[0]?.stepId?.startsWith(MOVE_STEP)).toBe(true)
    expect(session.state.transcript).not.toHaveProperty('captionTiming')
    expect(starts()).toEqual([1_000, 7_500, 19_500])
  })

  it('of a stretch selected in the waveform are offered first', async () => {
    const { player, dialog, starts } = await open()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(dialog.isConnected).toBe(false))
    act(() => player.select({ startMs: 7_000, endMs: 10_000 }))
    await userEvent.keyboard('{Alt>}{Shift>}T{/Shift}{/Alt}')
    const again = await screen.findByRole('dialog')
    await userEvent.click(within(again).getByRole('radio', { name: 'Selected, 1' }))
    await userEvent.type(amountField(again), '2')
    expect(await within(again).findByText('1 caption moves')).toBeTruthy()
    await userEvent.click(apply(again))
    expect(starts()).toEqual([1_000, 10_000, 20_000])
  })

  it('by two captions brings both where they belong', async () => {
    const { player, dialog, starts } = await open()
    await userEvent.click(within(dialog).getByRole('radio', { name: 'By two captions' }))
    const [one, other] = within(dialog).getAllByRole('textbox', { name: 'is to start at' })
    await userEvent.clear(one as HTMLElement)
    await userEvent.type(one as HTMLElement, '2')
    await userEvent.clear(other as HTMLElement)
    await userEvent.type(other as HTMLElement, '1')
    expect(
      await within(dialog).findByText(/^The caption that comes later must still start later/),
    ).toBeTruthy()
    expect(apply(dialog).getAttribute('aria-disabled')).toBe('true')
    act(() => player.seek(40_000))
    await userEvent.click(
      within(dialog).getAllByRole('button', { name: 'At the playhead' })[1] as HTMLElement,
    )
    expect(await within(dialog).findByText('3 captions move')).toBeTruthy()
    await userEvent.click(apply(dialog))
    expect(starts()).toEqual([2_000, 16_000, 40_000])
  })

  it('by two captions says which of them stays', async () => {
    const { dialog, starts } = await open()
    await userEvent.click(within(dialog).getByRole('radio', { name: 'By two captions' }))
    const [, other] = within(dialog).getAllByRole('textbox', { name: 'is to start at' })
    await userEvent.clear(other as HTMLElement)
    await userEvent.type(other as HTMLElement, '40')
    expect(await within(dialog).findByText('1 still starts at 0:01.000.')).toBeTruthy()
    expect(within(dialog).getByText('3 starts at 0:40.000 instead of 0:20.000.')).toBeTruthy()
    expect(within(dialog).queryByText(/0:01\.000 instead of 0:01\.000/)).toBeNull()
    await userEvent.click(apply(dialog))
    expect([starts()[0], starts()[2]]).toEqual([1_000, 40_000])
  })

  it('by frame rates leaves them the same captions, and says nothing of others', async () => {
    const { session, dialog } = await open()
    const { transcript: before } = session.state
    const lines = (given: Transcript) =>
      makeCues(given, rulesOf(given), { durationMs: 60_000, language: 'en' }).map((cue) => cue.lines)
    await userEvent.click(within(dialog).getByRole('radio', { name: 'By frame rates' }))
    expect(await within(dialog).findByText('3 captions move')).toBeTruthy()
    expect(within(dialog).queryByText(/other words/)).toBeNull()
    await userEvent.click(apply(dialog))
    expect(session.state.transcript).toHaveProperty('captionTiming')
    expect(lines(session.state.transcript)).toEqual(lines(before))
  })

  it('by frame rates stretches them, and the words if that is chosen', async () => {
    const { session, dialog, starts } = await open()
    await userEvent.click(within(dialog).getByRole('radio', { name: 'By frame rates' }))
    await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Move the words, too' }))
    expect(await within(dialog).findByText('3 captions move')).toBeTruthy()
    await userEvent.click(apply(dialog))
    const { transcript: now } = session.state
    expect(now).not.toHaveProperty('captionTiming')
    // 23.976 to 25 by default.
    expect(now.paragraphs[2]?.words[0]?.startMs).toBe(Math.round((20_000 * 24_000) / 1_001 / 25))
    expect(starts()[2]).toBe(now.paragraphs[2]?.words[0]?.startMs)
  })

  it('says how far captions are from their words, and brings them back', async () => {
    const { session, dialog } = await open('fr', { captionTiming: { offsetMs: -1_250, ratio: 1 } })
    expect(within(dialog).getByText(/1,25\ss plus tôt/)).toBeTruthy()
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Les afficher quand leurs mots sont dits' }),
    )
    expect(session.state.transcript).not.toHaveProperty('captionTiming')
  })
})
