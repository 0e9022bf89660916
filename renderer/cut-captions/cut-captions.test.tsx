// @vitest-environment happy-dom
import { act, cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { spoken } from '#core/captions/testing/spoken'
import type { Mark } from '#core/transcript/transcript'
import { conversation, recordingCard } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../sound/testing/render-in-studio.tsx'
import { CutCaptions } from './cut-captions.tsx'

configure({ asyncUtilTimeout: 10_000 })

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(700)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const paragraphs = spoken([
  ['nora', 2_000, 4_000, 'So it begins here.'],
  ['idris', 10_000, 14_000, 'This is all cut away.'],
  ['nora', 20_000, 24_000, 'And so it ends.'],
])
const ids = (place: number): string[] => paragraphs[place]?.words.map(({ id }) => id) ?? []
const mark = (id: string, kind: 'cut' | 'wording', from: string, to: string): Mark =>
  kind === 'cut'
    ? { id, kind, fromWordId: from, toWordId: to, value: { reason: 'person' } }
    : { id, kind, fromWordId: from, toWordId: to, value: 'It all ends like this.' }

function open() {
  const [second, third] = [ids(1), ids(2)]
  const session = fakeSession({
    ...conversation,
    paragraphs,
    turns: [],
    marks: [
      mark('a', 'cut', second[0] ?? '', second.at(-1) ?? ''),
      mark('b', 'cut', third[0] ?? '', third[0] ?? ''),
      mark('w', 'wording', third[0] ?? '', third.at(-1) ?? ''),
    ],
  })
  const { player } = silentPlayer()
  renderInStudio(
    <CutCaptions session={session} player={player} recording={{ ...recordingCard(), playable: false }} />,
    { 'cut.stretches': () => [] },
  )
  return { session, player }
}

it('captions of the cut are in its time, and lead to the recording', async () => {
  const { player } = open()
  const first = await screen.findByRole('button', { name: /So it begins here/u })
  expect(screen.queryByText(/cut away/u)).toBeNull()
  const last = screen.getByRole('button', { name: /It all ends like this/u })
  const [, row] = screen.getAllByRole('listitem')
  // 4 s are cut before it, and a second of its own.
  expect(within(row as HTMLElement).getByTitle('Play caption 2').textContent).toContain('0:16.')
  fireEvent.click(last)
  expect(player.positionMs).toBeGreaterThan(20_900)
  await waitFor(() => expect(last.getAttribute('aria-current')).toBe('true'))
  act(() => player.seek(2_500))
  await waitFor(() => expect(first.getAttribute('aria-current')).toBe('true'))
})

it('an own wording of which some words are cut is listed, and the next key goes to it', async () => {
  const { player, session } = open()
  await screen.findByText('Some words of its own wording are cut: it may be too long.')
  screen.getByText('1 caption to look at')
  fireEvent.keyDown(window, { key: 'F8' })
  expect(player.positionMs).toBeGreaterThan(20_900)
  expect(session.applied).toEqual([])
})
