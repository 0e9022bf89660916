// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { spoken } from '#core/captions/testing/spoken'
import type { Mark } from '#core/transcript/transcript'
import { createCommentStore } from '../comments/comment-store.ts'
import { conversation, recordingCard } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../sound/testing/render-in-studio.tsx'
import { createWaveStore } from '../sound/waveform/wave-store.ts'
import { CaptionRow } from './caption-row.tsx'
import { CaptionsScreen } from './captions-screen.tsx'
import { layOut, takeDown } from './testing/captions-page.tsx'

beforeEach(() => layOut())
afterEach(takeDown)

const paragraphs = spoken([
  [null, 1_000, 9_000, 'A sign on the wall'],
  [null, 3_000, 4_000, 'Who is there?'],
  [null, 6_000, 8_000, 'Only me.'],
])
/** As in a file: the sign stays while the others are shown. */
const fixed = (place: number, last: number, startMs: number, endMs: number): Mark[] => {
  const [from, to] = [`p${place}.0`, `p${place}.${last}`]
  return [
    { id: `s${place}`, kind: 'cue-start', value: startMs, fromWordId: from, toWordId: from },
    { id: `e${place}`, kind: 'cue-end', value: endMs, fromWordId: to, toWordId: to },
  ]
}
const marks = [...fixed(0, 4, 1_000, 9_000), ...fixed(1, 2, 3_000, 4_000), ...fixed(2, 1, 6_000, 8_000)]

const open = () => {
  const { player } = silentPlayer()
  const session = fakeSession({ ...conversation, paragraphs, marks, turns: [] })
  const recording = recordingCard()
  const wave = createWaveStore()
  wave.setExtent({ durationMs: 60_000, width: 700 })
  renderInStudio(
    <>
      <CaptionsScreen {...{ session, player, recording }} comments={createCommentStore()} />
      <div data-testid="wave">
        <CaptionRow {...{ session, player, recording, wave }} />
      </div>
    </>,
  )
  return player
}
const picture = (): string => screen.getByRole('figure').textContent ?? ''
const current = (): string[] =>
  [...document.querySelectorAll('[aria-current=true]')].map(({ textContent }) => textContent ?? '')

it('captions that overlap are all shown: over the picture, in the list and in the waveform', async () => {
  const player = open()
  await screen.findByRole('button', { name: /^Who is there/ })
  act(() => player.seek(3_500))
  expect(picture()).toBe('Who is there?A sign on the wall')
  expect(current()).toEqual(['A sign on the wall', 'Who is there?'])
  // Between two others, the one that stays is still there.
  act(() => player.seek(5_000))
  expect(picture()).toBe('A sign on the wall')
  const bars = [...screen.getByTestId('wave').querySelectorAll<HTMLElement>('button')]
  expect(bars.map(({ textContent, style }) => [textContent, style.marginTop])).toEqual([
    ['1 A sign on the wall', '0px'],
    ['2 Who is there?', '22px'],
    ['3 Only me.', '22px'],
  ])
})
