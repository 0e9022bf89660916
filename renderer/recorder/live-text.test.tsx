// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { LiveLine, SoundToPage } from '#contracts/sound-wire'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'
import { useLiveTextStore } from './running/live-text-store.ts'
import { useRecorderStore } from './running/recorder-store.ts'
import { fakeSound, fakeWriter } from './testing/fake-sound.ts'

beforeEach(() => {
  forgetPage()
  useRecorderStore.setState({ slots: [], inputs: [], running: null, ended: null })
  useLiveTextStore.setState({ live: null })
})
afterEach(closePage)

const line = (number: number, startMs: number, text: string | null): LiveLine => ({
  id: `live-${number}`,
  source: 0,
  startMs,
  endMs: startMs + 4_000,
  text,
})

function news(changes: Partial<Extract<SoundToPage, { kind: 'live' }>>): SoundToPage {
  return {
    kind: 'live',
    state: 'following',
    lagMs: 0,
    error: null,
    fromLine: 0,
    lines: [],
    fromSpoken: 0,
    spoken: [],
    ...changes,
  }
}

async function recording() {
  const sound = fakeSound()
  const writer = fakeWriter()
  const page = openPage('/record', {
    soundSystem: sound.system,
    host: { connectSound: writer.connect },
    answers: {
      'recorder.room': () => ({ freeBytes: 42e9, minutes: 600 }),
      'recorder.start': () => ({ runningId: 'run1' }),
    },
  })
  const user = userEvent.setup()
  await waitFor(() => expect(useRecorderStore.getState().slots[0]?.state).toBe('on'))
  const start = async (): Promise<void> => {
    await user.click(await screen.findByRole('button', { name: 'Record' }))
    await screen.findByRole('button', { name: 'Stop' })
    await waitFor(() => expect(writer.attached).toEqual(['run1']))
  }
  const started = (): unknown => page.studio.asked.find(({ name }) => name === 'recorder.start')?.input
  return { ...page, writer, user, start, started }
}

it('is asked for unless it was switched off, which is remembered', async () => {
  const { user, start, started, preferences } = await recording()
  const option = await screen.findByRole('switch', { name: 'Text while recording' })
  expect((option as HTMLInputElement).checked).toBe(true)
  await user.click(option)
  await start()
  expect(started()).toMatchObject({ liveText: false })
  expect(preferences().recorder).toMatchObject({ liveText: false })
  expect(screen.queryByRole('log')).toBeNull()
})

it('shows what was said with source and time, who spoke how long, and adds without changing', async () => {
  const { writer, start, started } = await recording()
  await start()
  expect(started()).toMatchObject({ liveText: true })
  writer.tell(news({ state: 'loading' }))
  const log = await screen.findByRole('log', { name: 'Text so far' })
  expect(within(log).getByText('Getting the text ready…')).toBeDefined()
  const spoken = [{ source: 0, startMs: 61_000, endMs: 65_000 }]
  writer.tell(news({ lines: [line(0, 61_000, 'The fair is on the seventh.')], spoken }))
  expect(await within(log).findByText('The fair is on the seventh.')).toBeDefined()
  expect(within(log).getByText('Microphone')).toBeDefined()
  expect(within(log).getByText('1:01')).toBeDefined()
  const panel = screen.getByRole('complementary', { name: 'About this recording' })
  expect(within(panel).getByText('4.0 s in 1 turn, longest 4.0 s')).toBeDefined()
  // The same again, as after a lost connection, and one more.
  writer.tell(
    news({
      lines: [line(0, 61_000, 'Something else.'), line(1, 80_000, 'Good.')],
      fromSpoken: 1,
      lagMs: 6_100,
    }),
  )
  expect(await within(log).findByText('Good.')).toBeDefined()
  expect(within(log).getByText('The fair is on the seventh.')).toBeDefined()
  expect(within(log).queryByText(/Something else/u)).toBeNull()
  expect(screen.getByText('Text 6 s behind')).toBeDefined()
})

it('says plainly that text follows, and where it was left out', async () => {
  const { writer, start } = await recording()
  await start()
  writer.tell(news({ state: 'behind', lagMs: 16_000 }))
  expect(await screen.findByText(/^Text follows: this computer cannot keep up/u)).toBeDefined()
  writer.tell(news({ lines: [line(0, 61_000, null)] }))
  expect(await screen.findByText('Text follows for 1:01 to 1:05.')).toBeDefined()
  expect(screen.queryByText(/^Text follows: this computer/u)).toBeNull()
  const error = { code: 'model.damaged', message: 'The model is damaged.' } as const
  writer.tell(news({ state: 'failed', error, fromLine: 1 }))
  expect(await screen.findByText('Text follows: it cannot be made while recording.')).toBeDefined()
  expect(screen.getByText('The model is damaged.')).toBeDefined()
  expect(screen.getByText('The whole text is made after Stop.')).toBeDefined()
})
