// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { Chapter } from '#core/chapters/chapter'
import type { Paragraph } from '#core/transcript/transcript'
import { conversation } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { createWaveStore } from '../sound/waveform/wave-store.ts'
import { useChapterScreen } from './use-chapter-screen.tsx'

afterEach(cleanup)

/** Thirteen minutes of one voice, with pauses of 2.1 s before 1:00 and 3 s before 4:13. */
const paragraphs = [
  [0, 57_900],
  [60_000, 250_000],
  [253_000, 800_000],
].map(([startMs = 0, endMs = 0], index): Paragraph => ({
  id: `p${index}`,
  speakerId: null,
  language: 'en',
  kind: 'speech',
  words: [{ id: `w${index}`, before: '', text: 'a', startMs, endMs, confidence: null, origin: 'recognised' }],
}))
const session = fakeSession({ ...conversation, paragraphs })

function open(given: readonly Chapter[] = []) {
  let stored = [...given]
  const gone: number[] = []
  let added = 0
  const wave = createWaveStore()
  act(() => wave.setExtent({ durationMs: 800_000, width: 20_000 }))
  function Screen() {
    const place = (): number => 0
    const goTo = (ms: number): void => void gone.push(ms)
    const nothing = (): void => undefined
    const chapters = useChapterScreen({
      recordingId: 'r1',
      session,
      place,
      goTo,
      seek: goTo,
      focusText: nothing,
      onAdded: () => void (added += 1),
    })
    return (
      <>
        <div data-wave>{chapters.wave(wave)}</div>
        <button type="button" onClick={chapters.suggestions.ask}>
          Suggest
        </button>
        <output>{chapters.suggestions.left?.length ?? 'nothing asked'}</output>
      </>
    )
  }
  renderInStudio(<Screen />, {
    'moments.chapters': () => stored,
    'moments.setChapter': ({ chapter }) => {
      stored = [...stored.filter(({ id }) => id !== chapter.id), chapter].toSorted((a, b) => a.atMs - b.atMs)
      return {}
    },
  })
  return { stored: () => stored, gone, wave, added: () => added }
}

const inWave = (name: string) =>
  screen.queryAllByRole('button', { name }).filter((button) => button.closest('[data-wave]') !== null)

it('suggestions are lines over the sound, taken or dismissed there', async () => {
  const { stored, added } = open()
  await userEvent.click(await screen.findByRole('button', { name: 'Suggest' }))
  expect(inWave('Chapter here: 1:00')).toHaveLength(1)
  await userEvent.click(inWave('Dismiss the suggestion at 1:00')[0] as HTMLElement)
  expect(screen.queryByRole('button', { name: 'Chapter here: 1:00' })).toBeNull()
  await userEvent.click(inWave('Chapter here: 4:13')[0] as HTMLElement)
  await waitFor(() => expect(stored()).toMatchObject([{ atMs: 253_000, title: '' }]))
  expect(added()).toBe(1)
  await screen.findByRole('slider', { name: /^Start of chapter 1/u })
  expect(inWave('Chapter here: 4:13')).toEqual([])
  // All are answered: nothing says that none was found.
  expect(screen.getByRole('status').textContent).toBe('nothing asked')
})

it('a chapter is moved by keys between its neighbors, and gone to by Enter', async () => {
  const chapter = (id: string, atMs: number): Chapter => ({
    id,
    atMs,
    title: id,
    link: '',
    picture: '',
    isListed: true,
  })
  const { stored, gone } = open([chapter('a', 0), chapter('b', 950), chapter('c', 2_000)])
  const flag = await screen.findByRole('slider', { name: 'Start of chapter 2: b' })
  expect(['aria-valuemin', 'aria-valuemax'].map((name) => flag.getAttribute(name))).toEqual(['1', '1999'])
  act(() => flag.focus())
  await userEvent.keyboard('{ArrowRight}{Enter}')
  await waitFor(() => expect(stored()[1]).toMatchObject({ id: 'b', atMs: 1_050 }))
  expect(gone).toHaveLength(1)
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
  await waitFor(() => expect(stored()[1]?.atMs).toBe(1_999))
})
