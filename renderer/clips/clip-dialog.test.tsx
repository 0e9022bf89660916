// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { clipDrawing } from '#core/clips/clip-drawing'
import { clipDocument, keptOfClip } from '#core/clips/clip-kept'
import { clipLayout } from '#core/clips/clip-layout'
import { quoteOf } from '#core/clips/quote'
import { keptPart } from '#core/cut/kept-part'
import type { ProgramLanguage } from '#core/messages/messages'
import { clips } from '#core/messages/groups/clips'
import { conversation, recordingCard } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../sound/testing/render-in-studio.tsx'
import { expectNoEnglish } from '../testing/expect-no-english.ts'
import { toast } from '../ui/toast.tsx'
import { ClipDialog } from './clip-dialog.tsx'

afterEach(() => {
  cleanup()
  toast.clear()
  vi.restoreAllMocks()
})

const { title } = recordingCard()
const whole = {
  recording: { title, fileName: 'mending.wav', durationMs: 60_000, sha256: '' },
  transcript: conversation,
}

/** The dialog for the words “One iron” of Idris. */
function open({
  hasCut = false,
  cover = null as string | null,
  language = undefined as ProgramLanguage | undefined,
  transcript = conversation,
} = {}) {
  const { player } = silentPlayer()
  const onClose = vi.fn()
  const house = renderInStudio(
    <ClipDialog
      session={fakeSession(transcript)}
      player={player}
      recording={{ ...recordingCard({ playable: false }), transcript: null }}
      span={{ startMs: 10_000, endMs: 10_750 }}
      isCutting={false}
      onClose={onClose}
    />,
    {
      'exports.clipPictures': () => ({
        hasVideo: false,
        cover,
        hasCut,
        title: 'Mending things 14: the [redacted]',
      }),
      'exports.clip': ({ fromMs, toMs, choices }) => {
        const kept = keptOfClip(keptPart(undefined, 60_000, 1_000), { startMs: fromMs, endMs: toMs })
        const document = clipDocument(whole, kept, false)
        const bars = Array.from({ length: clipLayout(choices).bars }, () => 1)
        return {
          drawing: clipDrawing(document, choices, choices.picture === 'wave' ? bars : []),
          spans: [{ startMs: fromMs, endMs: toMs }],
          quote: quoteOf(document, fromMs),
        }
      },
      'exports.film': () => ({ jobId: 'j1', leftOut: [] }),
    },
    language,
  )
  return { ...house, player, onClose }
}

it('shows the clip as it is saved: its sentence, who speaks, the spoken word, at the position of the sound', async () => {
  const { calls, player, onClose } = open()
  const figure = within(await screen.findByRole('figure', { name: 'Preview of the clip' }))
  figure.getByText('Idris')
  figure.getByText(/^Mending things/u)
  const caption = (): string => document.querySelector('figure p')?.textContent ?? ''
  player.seek(10_100)
  await waitFor(() => expect(caption()).toContain('One iron,'))
  await userEvent.click(screen.getByText('Spoken words light up'))
  const lit = (): string | undefined =>
    [...document.querySelectorAll<HTMLElement>('figure p span span')].find(({ style }) => style.color !== '')
      ?.textContent
  await waitFor(() => expect(lit()).toBe('One'))
  player.seek(10_450)
  await waitFor(() => expect(lit()).toBe('iron,'))

  await userEvent.click(screen.getByText('1:1'))
  await waitFor(() => expect(screen.getByText('1,080 × 1,080')).toBeTruthy())
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'File name' })
  expect(field.value).toBe('Mending things 14 - the [redacted], 0-09')
  await userEvent.click(screen.getByText('Save clip'))
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  const asked = calls.find(({ name }) => name === 'exports.film')?.input
  expect(asked).toMatchObject({
    transcriptId: 't',
    fromMs: 9_900,
    toMs: 12_550,
    cut: false,
    clipSound: null,
    fileName: 'Mending things 14 - the [redacted], 0-09.mp4',
    clip: { shape: '1:1', picture: 'wave', highlight: true, captions: true, loudness: -14 },
  })
})

it('offers the name of the voice only where a voice in it has one', async () => {
  const nameless = conversation.speakers.map((speaker) => ({ ...speaker, name: null }))
  open({ transcript: { ...conversation, speakers: nameless } })
  const tick = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Name of the voice' })
  expect(tick.disabled).toBe(true)
  expect(tick.checked).toBe(false)
  cleanup()
  open()
  await waitFor(() =>
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Name of the voice' }).checked).toBe(true),
  )
})

it('is in French, with its numbers and the file’s name, and saves the same', async () => {
  const { calls, onClose } = open({ hasCut: true, language: 'fr' })
  await screen.findByRole('figure', { name: 'Aperçu de l’extrait' })
  const from = await screen.findByRole('slider', { name: 'Début' })
  expect(from.getAttribute('aria-valuetext')).toBe('0:09,9')
  await userEvent.click(screen.getByText('Mettre en valeur le mot prononcé'))
  await screen.findByText('Omettre ce qui est coupé')
  screen.getByText(/^1\s080 × 1\s920$/u)
  expectNoEnglish(clips)
  await userEvent.click(screen.getByText('Enregistrer l’extrait'))
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  await screen.findByText('L’extrait est en cours de création. Vous pouvez continuer à travailler.')
  const asked = calls.find(({ name }) => name === 'exports.film')?.input
  expect(asked).toMatchObject({ fromMs: 9_900, toMs: 12_550, clip: { highlight: true } })
})

it('its ends are moved by keys, in tenths of a second, and the sound goes along', async () => {
  const { calls, player } = open()
  const from = await screen.findByRole('slider', { name: 'From' })
  expect(from.getAttribute('aria-valuetext')).toBe('0:09.9')
  screen.getByText('0:09.9, start of a sentence')
  fireEvent.keyDown(from, { key: 'ArrowRight' })
  expect(from.getAttribute('aria-valuetext')).toBe('0:10.0')
  expect(player.positionMs).toBe(10_000)
  await waitFor(() =>
    expect(calls.findLast(({ name }) => name === 'exports.clip')?.input).toMatchObject({ fromMs: 10_000 }),
  )
  await userEvent.click(screen.getByText('Whole sentences'))
  expect(from.getAttribute('aria-valuetext')).toBe('0:09.9')
})

it('offers the pictures that there are, and copies the words as a quote', async () => {
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  open({ hasCut: true, cover: 'data:image/jpeg;base64,' })
  await screen.findByText('Leave out what is cut')
  const isOff = (name: string): boolean => screen.getByRole<HTMLInputElement>('radio', { name }).disabled
  expect(['Wave', 'Cover', 'Video'].map(isOff)).toEqual([false, false, true])
  await waitFor(() => expect(document.querySelector('figure image')).not.toBeNull())
  await userEvent.click(screen.getByText('Copy as a quote'))
  await waitFor(() =>
    expect(written).toHaveBeenCalledWith(`“One iron, and it was mine.”\n— Idris, ${title}, 0:09`),
  )
})
