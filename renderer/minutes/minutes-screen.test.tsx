// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallInput, CallOutput } from '#contracts/calls/calls'
import { byTime, type Moment } from '#core/moments/moment'
import { recordingCard, transcriptCard } from '../library/testing/cards.ts'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'

beforeEach(forgetPage)
afterEach(closePage)

const decision: Moment = { id: 'd1', kind: 'decision', atMs: 12_000, value: 'Buy bread' }
const action: Moment = {
  id: 'a1',
  kind: 'action',
  atMs: 20_000,
  value: { text: 'Ask the baker', who: 'Ruth', until: '' },
}

const proofOf = ({ atMs }: Moment) => ({
  atMs,
  startMs: atMs - 10_000,
  endMs: atMs + 5_000,
  name: null,
  text: '',
})
const turn = (startMs: number, endMs: number) => ({ startMs, endMs, stretches: [{ startMs, endMs }] })
const people: CallOutput<'exports.minutes'>['blocks'][number] = {
  kind: 'table',
  head: ['Speaker', 'Speaking time', 'Share'],
  rows: [
    ['Ruth', '0:20', '66.7%'],
    ['Piet', '0:10', '33.3%'],
  ],
  numbersFrom: 1,
  voices: [
    { colour: 1, turns: { id: 's2', turns: [turn(0, 5_000), turn(30_000, 45_000)] } },
    { colour: 0, turns: { id: 's1', turns: [turn(10_000, 20_000)] } },
  ],
}

function openMinutes() {
  let stored: readonly Moment[] = [decision, action]
  const before = new Map<string, typeof stored>()
  const asked: CallInput<'exports.minutes'>[] = []
  let typed = { date: '', place: '' }
  const page = openPage('/recording/r1/minutes', {
    cards: [recordingCard({ title: 'Council', durationMs: 60_000, transcript: transcriptCard() })],
    answers: {
      'moments.list': () => [...stored],
      'moments.set': ({ moment, stepId = '' }) => {
        before.set(stepId, stored)
        stored = [...stored.filter(({ id }) => id !== moment.id), moment].toSorted(byTime)
        page.studio.emit('moments-changed')
        return {}
      },
      'moments.remove': ({ momentId, stepId = '' }) => {
        before.set(stepId, stored)
        stored = stored.filter(({ id }) => id !== momentId)
        page.studio.emit('moments-changed')
        return {}
      },
      'moments.takeBack': ({ stepId }) => {
        stored = before.get(stepId) ?? stored
        page.studio.emit('moments-changed')
        return {}
      },
      'moments.meeting': () => ({ typed, knownDate: 'May 4' }),
      'moments.setMeeting': (input) => {
        typed = input.typed
        return {}
      },
      'exports.make': ({ format }) => ({
        fileName: `Council.${format}`,
        mediaType: 'text/plain',
        base64: '',
        preview: null,
        isPreviewWhole: true,
        losses: [],
      }),
      'exports.minutes': (input) => {
        asked.push(input)
        const decisions = stored.flatMap((one) =>
          one.kind === 'decision'
            ? [{ id: one.id, text: one.value, atMs: one.atMs, proof: proofOf(one) }]
            : [],
        )
        const actions = stored.flatMap((one) => (one.kind === 'action' ? [one] : []))
        return {
          language: 'en',
          sound: { bytes: 240_000 },
          blocks: [
            { kind: 'heading', level: 1, text: 'Council' },
            { kind: 'line', text: '26 November' },
            ...(typed.place === '' ? [] : [{ kind: 'line' as const, text: typed.place }]),
            people,
            ...(input.without.includes('decisions') ? [] : [{ kind: 'numbered' as const, items: decisions }]),
            {
              kind: 'table',
              head: ['What', 'Who', 'Due', 'Time'],
              rows: actions.map(({ value }) => [value.text, value.who, value.until, '0:20']),
              numbersFrom: 3,
              rowIds: actions.map(({ id }) => id),
              rowProofs: actions.map(proofOf),
            },
          ],
        }
      },
    },
  })
  /** As in another window. */
  const typeElsewhere = (given: typeof typed): void => {
    typed = given
    page.studio.emit('moments-changed')
  }
  return { page, stored: () => stored, asked, typed: () => typed, typeElsewhere }
}

describe('the page of minutes', () => {
  it('is changed where it stands: by Enter, on leaving, and not after Escape', async () => {
    const { stored } = openMinutes()
    await userEvent.click(await screen.findByRole('button', { name: 'Change What was decided: Buy bread' }))
    const field = screen.getByRole('textbox', { name: 'What was decided' })
    expect(document.activeElement).toBe(field)
    await userEvent.keyboard('Buy more bread{Enter}')
    await waitFor(() => expect(stored()[0]).toEqual({ ...decision, value: 'Buy more bread' }))
    await userEvent.click(screen.getByRole('button', { name: 'Change Due: –' }))
    await userEvent.keyboard('10 December')
    await userEvent.tab()
    await waitFor(() => expect(stored()[1]).toMatchObject({ value: { who: 'Ruth', until: '10 December' } }))
    await userEvent.click(screen.getByRole('button', { name: 'Change Who: Ruth' }))
    await userEvent.keyboard('Piet{Escape}')
    expect(stored()[1]).toMatchObject({ value: { who: 'Ruth' } })
  })

  it('keeps what is being typed while the minutes get another line', async () => {
    const { typeElsewhere } = openMinutes()
    await userEvent.click(await screen.findByRole('button', { name: 'Change Due: –' }))
    await userEvent.keyboard('10 Dec')
    typeElsewhere({ date: '', place: 'Bakery' })
    await screen.findByText('Bakery')
    const field = screen.getByRole('textbox', { name: 'Due' })
    expect(document.activeElement).toBe(field)
    expect((field as HTMLTextAreaElement).value).toBe('10 Dec')
  })

  it('saves date and place as typed', async () => {
    const { typed } = openMinutes()
    const date = await screen.findByRole('textbox', { name: 'Date' })
    expect(date.getAttribute('placeholder')).toBe('May 4')
    await userEvent.type(date, 'Thursday{Enter}')
    await userEvent.type(screen.getByRole('textbox', { name: 'Place' }), 'Bakery')
    await userEvent.tab()
    await waitFor(() => expect(typed()).toEqual({ date: 'Thursday', place: 'Bakery' }))
  })

  it('shows when each person speaks, beside time and share', async () => {
    openMinutes()
    const row = (await screen.findByText('Ruth', { selector: 'td' })).closest('tr')
    expect(row?.dataset.v).toBe('2')
    expect(within(row as HTMLElement).getByRole('img', { name: '2 turns, 0:20 in total' })).toBeTruthy()
    expect(row?.textContent).toBe('Ruth0:2066.7%')
    expect(screen.getByRole('img', { name: '1 turn, 0:10 in total' })).toBeTruthy()
  })

  it('gets a decision that nobody marked; one that stays empty goes again; a deleted one comes back', async () => {
    const { stored } = openMinutes()
    await userEvent.click(await screen.findByRole('button', { name: 'Add a decision' }))
    await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'))
    await userEvent.keyboard('Meet again{Enter}')
    await waitFor(() =>
      expect(stored().at(-1)).toMatchObject({ kind: 'decision', atMs: 59_999, value: 'Meet again' }),
    )
    await userEvent.click(screen.getByRole('button', { name: 'Add an action' }))
    await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'))
    expect(stored()).toHaveLength(4)
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(stored()).toHaveLength(3))
    await userEvent.click(screen.getByRole('button', { name: 'Delete: Buy bread' }))
    await waitFor(() => expect(stored()).toHaveLength(2))
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(stored()).toContainEqual(decision))
  })

  it('leaves out what is not wanted, also when it is saved, and prints', async () => {
    const saved: CallInput<'exports.make'>[] = []
    const { page, asked } = openMinutes()
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Decisions' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'The whole text' }))
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ without: ['decisions'], wholeText: true }))
    await waitFor(() => expect(screen.queryByText('Buy bread')).toBeNull())
    expect(screen.queryByRole('button', { name: 'Add a decision' })).toBeNull()
    const print = vi.fn<() => void>()
    vi.stubGlobal('print', print)
    await userEvent.click(screen.getByRole('button', { name: 'Print' }))
    expect(print).toHaveBeenCalledTimes(1)
    vi.unstubAllGlobals()
    await userEvent.click(screen.getByRole('button', { name: 'Save as…' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Word' }))
    await waitFor(() => {
      saved.splice(
        0,
        saved.length,
        ...page.studio.asked.flatMap(({ name, input }) =>
          name === 'exports.make' ? [input as CallInput<'exports.make'>] : [],
        ),
      )
      expect(saved).toMatchObject([
        { format: 'minutes', options: { wholeText: true, minutesWithout: ['decisions'] } },
      ])
    })
    // The menu begins with what was saved last from here.
    const items = async (): Promise<(string | null)[]> => {
      await userEvent.click(screen.getByRole('button', { name: 'Save as…' }))
      return (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent)
    }
    expect(await items()).toEqual(['Word', 'Markdown', 'HTML'])
    await userEvent.click(screen.getByRole('menuitem', { name: 'HTML' }))
    // The message about Word is still there.
    await waitFor(() => expect(screen.getAllByText(/saved\.$/u)).toHaveLength(2))
    expect(await items()).toEqual(['HTML', 'Word', 'Markdown'])
  })

  it('plays what was said at an item and leads there, by mouse and by key', async () => {
    const play = vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue()
    const pause = vi.spyOn(HTMLMediaElement.prototype, 'pause').mockReturnValue()
    const made = vi.spyOn(document, 'createElement')
    openMinutes()
    await userEvent.click(await screen.findByRole('button', { name: 'Play 0:12' }))
    const stop = await screen.findByRole('button', { name: 'Stop' })
    const element = await vi.waitFor(() => {
      const audio = made.mock.results.map(({ value }) => value as Element)
      const found = audio.find((each): each is HTMLAudioElement => each instanceof HTMLAudioElement)
      if (found?.src === undefined || found.src === '') throw new Error('no sound yet')
      return found
    })
    element.dispatchEvent(new Event('loadedmetadata'))
    expect(element.currentTime).toBe(2)
    expect(play).toHaveBeenCalledTimes(1)
    // Pressed again it stops; at its end it stops by itself.
    stop.focus()
    pause.mockClear()
    await userEvent.keyboard('{Enter}')
    expect(pause).toHaveBeenCalled()
    await userEvent.keyboard('{Enter}')
    await screen.findByRole('button', { name: 'Stop' })
    element.currentTime = 17.1
    element.dispatchEvent(new Event('timeupdate'))
    await screen.findByRole('button', { name: 'Play 0:12' })
    expect(screen.getByRole('link', { name: 'Go to 0:20 in the recording' }).getAttribute('href')).toContain(
      '/recording/r1?at=20000',
    )
    vi.restoreAllMocks()
  })

  it('saves HTML with the sound around each item where that is chosen, and says its size before', async () => {
    const { page } = openMinutes()
    const box = await screen.findByRole('checkbox', {
      name: /^The sound around each, in HTML \(about 240\skB\)$/u,
    })
    expect((box as HTMLInputElement).checked).toBe(false)
    await userEvent.click(box)
    await userEvent.click(screen.getByRole('button', { name: 'Save as…' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'HTML' }))
    await waitFor(() =>
      expect(
        page.studio.asked.flatMap(({ name, input }) => (name === 'exports.make' ? [input] : [])),
      ).toMatchObject([{ format: 'minutes-html', options: { soundAround: true } }]),
    )
  })

  it('leads to the deletion of the sound, and back to the recording', async () => {
    openMinutes()
    const side = within(await screen.findByRole('complementary', { name: 'In these minutes' }))
    side.getByRole('button', { name: 'Delete the sound…' })
    side.getByText('You will be asked to confirm. The minutes and the text stay.')
    expect(screen.getByRole('link', { name: 'Back to the recording' }).getAttribute('href')).toContain(
      '/recording/r1',
    )
  })
})
