// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { WireError } from '#contracts/errors'
import type { LiveLine, SoundToPage } from '#contracts/sound-wire'
import type { LiveChange } from '#core/live-text/live-record'
import { CallFailed } from '../rpc/call-failed.ts'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'
import { closeLiveDraft } from './running/live-draft.ts'
import { useLiveTextStore } from './running/live-text-store.ts'
import { useRecorderStore } from './running/recorder-store.ts'
import { fakeSound, fakeWriter } from './testing/fake-sound.ts'

beforeEach(() => {
  forgetPage()
  useRecorderStore.setState({ slots: [], inputs: [], running: null, ended: null })
  useLiveTextStore.setState({ live: null })
  closeLiveDraft()
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
    fallback: null,
    draft: null,
    fromLine: 0,
    lines: [],
    fromSpoken: 0,
    spoken: [],
    fromChange: 0,
    changes: [],
    ...changes,
  }
}

async function recording({ refuses = () => false }: { readonly refuses?: () => boolean } = {}) {
  const sound = fakeSound()
  const writer = fakeWriter()
  const kept: LiveChange[] = []
  const page = openPage('/record', {
    soundSystem: sound.system,
    host: { connectSound: writer.connect },
    answers: {
      'recorder.room': () => ({ freeBytes: 42e9, minutes: 600 }),
      'recorder.start': () => ({ runningId: 'run1' }),
      'recorder.setMoment': () => ({}),
      'recorder.stop': writer.stop,
      'recorder.result': () => new Promise(() => {}),
      'recorder.changeText': ({ change }) => {
        if (refuses()) throw new CallFailed({ code: 'disk.failed', message: 'The disk failed.' })
        // As the studio sends it to every page.
        writer.tell(news({ fromLine: 2, fromChange: kept.length, changes: [change] }))
        kept.push(change)
        return {}
      },
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
  return { ...page, writer, user, start, started, kept }
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
  expect(within(panel).getByText('4.0 s in 1 turn')).toBeDefined()
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
  expect(await screen.findByText(/^Text will come later: this computer cannot keep up/u)).toBeDefined()
  writer.tell(news({ lines: [line(0, 61_000, null)] }))
  expect(await screen.findByText('The text from 1:01 to 1:05 will come later.')).toBeDefined()
  expect(screen.queryByText(/^Text will come later: this computer/u)).toBeNull()
  const error = { code: 'model.damaged', message: 'The model is damaged.' } as const
  writer.tell(news({ state: 'failed', error, fromLine: 1 }))
  expect(await screen.findByText('Text will come later: it cannot be made while recording.')).toBeDefined()
  expect(screen.getByText('The model is damaged.')).toBeDefined()
  expect(screen.getByText('The whole recording is transcribed after Stop.')).toBeDefined()
})

const TWO_LINES = [line(0, 61_000, 'The fare is on the seventh.'), line(1, 66_000, 'Good.')]

it('a line is corrected in its place by mouse or keys, and stays as the person left it', async () => {
  const { writer, start, user, kept } = await recording()
  await start()
  writer.tell(news({ lines: TWO_LINES }))
  const log = await screen.findByLabelText('Text so far')
  await user.click(within(log).getByText('The fare is on the seventh.'))
  const field = within(log).getByLabelText('Text at 1:01')
  expect(field).toBe(document.activeElement)
  await user.clear(field)
  await user.paste('The fair is on the seventh.')
  await user.keyboard('{Enter}')
  const corrected = await within(log).findByText('The fair is on the seventh.')
  expect(kept).toEqual([{ kind: 'line', lineId: 'live-0', text: 'The fair is on the seventh.' }])
  await waitFor(() => expect(document.activeElement).toBe(corrected))

  // The arrow keys move to the next line; Escape leaves it unchanged, as does an unchanged text.
  await user.keyboard('{ArrowDown}{Enter}')
  expect(within(log).getByLabelText('Text at 1:06')).toBe(document.activeElement)
  await user.paste(' Very')
  await user.keyboard('{Escape}')
  await user.click(within(log).getByText('Good.'))
  await user.keyboard('{Enter}')
  expect(within(log).getByText('Good.')).toBeDefined()
  expect(kept).toHaveLength(1)

  // Deleted text is visible, and can be restored.
  await user.click(within(log).getByText('Good.'))
  await user.clear(within(log).getByLabelText('Text at 1:06'))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(kept.at(-1)).toEqual({ kind: 'line', lineId: 'live-1', text: '' }))
  expect((await within(log).findByText('Good.')).tagName).toBe('DEL')
})

it('who speaks is named in one paragraph, or on all of the source, which then holds everywhere', async () => {
  const { writer, start, user, kept } = await recording()
  await start()
  const spoken = [{ source: 0, startMs: 0, endMs: 9_000 }]
  writer.tell(news({ lines: [...TWO_LINES, line(2, 90_000, 'Well.')], spoken }))
  const log = await screen.findByLabelText('Text so far')
  await user.click(within(log).getAllByText('Microphone')[0] as HTMLElement)
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Who speaks: Microphone')
  await user.paste('Ben')
  // A room's only microphone has several people.
  const whole = () => within(log).getByLabelText<HTMLInputElement>('For all of this source')
  expect(whole().checked).toBe(false)
  expect(kept).toEqual([])
  await user.keyboard('{Enter}')
  await within(log).findByText('Ben')
  expect(within(log).getAllByText('Microphone')).toHaveLength(1)
  await user.click(within(log).getByText('Microphone'))
  await user.paste('Anna')
  await user.click(whole())
  await user.type(within(log).getByRole('textbox', { name: 'Who speaks: Microphone' }), '{Enter}')
  expect(await within(log).findAllByText('Anna')).toHaveLength(2)
  expect(kept).toEqual([
    { kind: 'name', source: 0, name: 'Ben', lineIds: ['live-0', 'live-1'], typedIn: ['live-0', 'live-1'] },
    { kind: 'name', source: 0, name: 'Anna', lineIds: null, typedIn: ['live-2'] },
  ])
  // Speaking time and the waveform show it too.
  expect(screen.getAllByText('Anna')).toHaveLength(4)
})

it('what is typed is not lost: where it could not be kept it stays open, and Stop keeps it', async () => {
  let fails = true
  const { writer, start, user, kept } = await recording({ refuses: () => fails })
  await start()
  writer.tell(news({ lines: TWO_LINES }))
  const log = await screen.findByLabelText('Text so far')
  await user.click(within(log).getByText('Good.'))
  await user.paste(' Then that is settled.')
  await user.keyboard('{Enter}')
  expect(await screen.findByText('The disk failed.', {}, { timeout: 20_000 })).toBeDefined()
  const field = within(log).getByLabelText('Text at 1:06')
  expect((field as HTMLTextAreaElement).value).toBe('Good. Then that is settled.')
  fails = false
  await user.click(screen.getByText('Stop'))
  await waitFor(() => expect(kept.at(-1)).toMatchObject({ text: 'Good. Then that is settled.' }))
})

it('a moment is shown in the text where it was marked', async () => {
  const { writer, start } = await recording()
  await start()
  act(() =>
    useRecorderStore.setState(({ running }) => ({
      running:
        running === null
          ? null
          : {
              ...running,
              moments: [{ id: 'm1', kind: 'decision', atMs: 65_500, value: 'Spring fair on 14 June' }],
            },
    })),
  )
  writer.tell(news({ lines: TWO_LINES }))
  const log = await screen.findByLabelText('Text so far')
  await within(log).findByText('Good.')
  const text = log.textContent ?? ''
  const places = ['The fare', 'Decision', 'Good.'].map((part) => text.indexOf(part))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(text).toContain('Spring fair on 14 June')
})

it('says which model makes the text where the chosen one cannot be used, until that is dismissed', async () => {
  const { writer, user, start } = await recording()
  await start()
  const error: WireError = {
    code: 'model.missing',
    message: 'A file of the model kroko-fr is missing (tokens.txt).',
  }
  const fallback = { model: 'Kroko French', by: 'Whisper base', error } as const
  writer.tell(news({ fallback }))
  const title = await screen.findByText('Kroko French cannot transcribe while recording.')
  const notice = within(title.closest<HTMLElement>('[role="status"]') ?? document.body)
  notice.getByText(/A file of the model kroko-fr is missing.*Whisper base is used instead/u)
  await user.click(notice.getByRole('button', { name: 'Dismiss' }))
  writer.tell(news({ fallback, lines: [line(0, 1_000, 'Good.')] }))
  expect(await screen.findByText('Good.')).toBeDefined()
  expect(screen.queryByText(/cannot transcribe while recording/u)).toBeNull()
})
