// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CallFailed } from '../rpc/call-failed.ts'
import { openPage } from '../testing/open-page.tsx'
import { say } from '#core/messages/messages'
import { recorderView } from './during/recorder-view.ts'
import { useRecorderStore } from './running/recorder-store.ts'
import { closeRecorder, forgetRecorder, openRecorder, started } from './testing/open-recorder.tsx'

beforeEach(forgetRecorder)
afterEach(closeRecorder)

describe('before a recording', () => {
  it('shows the level and the room, and starts without consent, which it never ticks by itself', async () => {
    const { sound, asked, user, preferences } = openRecorder()
    expect(await screen.findByText('Space for 61 hours')).toBeDefined()
    await waitFor(() => expect(useRecorderStore.getState().slots[0]?.state).toBe('on'))
    sound.play(0.1)
    const meter = await screen.findByRole('meter', { name: 'Microphone' })
    expect(meter.getAttribute('aria-valuenow')).toBe('-20')
    const consent = screen.getByRole('checkbox', { name: /Everyone here knows/u })
    expect((consent as HTMLInputElement).checked).toBe(false)
    await user.clear(screen.getByRole('textbox', { name: 'Name' }))
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Garden committee')
    await user.type(screen.getByRole('textbox', { name: 'People' }), '4')
    await user.click(screen.getByRole('button', { name: 'Record' }))
    await screen.findByRole('button', { name: 'Stop' })
    expect(asked('recorder.start')).toMatchObject([
      {
        title: 'Garden committee',
        people: 4,
        type: 'meeting',
        consent: null,
        sources: [{ name: 'Microphone', role: 'microphone', device: 'Headset' }],
      },
    ])
    expect(preferences().recorder).toMatchObject({ title: 'Garden committee', people: 4, type: 'meeting' })
  })

  it('says why a microphone cannot be used, and starts nothing without a source', async () => {
    const { sound, asked, user } = openRecorder()
    sound.problem = 'refused'
    await user.click(await screen.findByRole('switch', { name: 'Microphone' }))
    await user.click(screen.getByRole('switch', { name: 'Microphone' }))
    expect(await screen.findByText(/Allow it with the icon beside the address/u)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Record' }))
    expect(await screen.findByText('First switch on a source that works.')).toBeDefined()
    expect(asked('recorder.start')).toEqual([])
  })

  it('waits for the microphone that is still being opened', async () => {
    const { sound, asked, user } = openRecorder()
    let open = (): void => {}
    sound.opens = new Promise((resolve) => (open = resolve))
    await user.click(await screen.findByRole('button', { name: 'Record' }))
    expect(await screen.findByText('Opening…')).toBeDefined()
    expect(asked('recorder.start')).toEqual([])
    open()
    await screen.findByRole('button', { name: 'Stop' })
    expect(asked('recorder.start')).toMatchObject([{ sources: [{ device: 'Headset' }] }])
  })

  it('holds clipping until it is cleared', async () => {
    const { sound, user } = openRecorder()
    await waitFor(() => expect(useRecorderStore.getState().slots[0]?.state).toBe('on'))
    sound.play(1)
    sound.play(0.1)
    expect(await screen.findByText(/^Clipped once, at/u)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Clear' }))
    expect(screen.queryByText(/^Clipped once/u)).toBeNull()
  })
})

describe('while it records', () => {
  it('says that sound is safe only once the disk acknowledged it', async () => {
    const { sound, writer } = await started()
    sound.play()
    expect(screen.queryByText('Safe on disk')).toBeNull()
    await waitFor(() => expect(writer.blocks.length).toBe(1))
    writer.acknowledge()
    expect(await screen.findByText('Safe on disk')).toBeDefined()
  })

  it('sends what is not on disk again after a lost connection, with the same numbers', async () => {
    const { sound, writer } = await started()
    sound.play()
    await waitFor(() => expect(writer.blocks.length).toBe(1))
    writer.acknowledge()
    sound.play()
    await waitFor(() => expect(writer.blocks.length).toBe(2))
    writer.lose()
    sound.play()
    await waitFor(() => expect(writer.attached.length).toBe(2))
    await waitFor(() => expect(writer.blocks.map(({ sequence }) => sequence)).toEqual([0, 1, 1, 2]))
  })

  it('opens a moment of its own for each key, without typing too, and keeps those that were open', async () => {
    const { asked, user } = await started()
    for (const key of ['d', 'a', 'b']) await user.keyboard(`{Alt>}${key}{/Alt}`)
    expect(document.activeElement).toBe(await screen.findByRole('textbox', { name: 'Text' }))
    await user.keyboard('Spring fair{Enter}')
    await waitFor(() =>
      expect(asked('recorder.setMoment')).toMatchObject([
        { moment: { kind: 'decision', value: '' } },
        { moment: { kind: 'action' } },
        { moment: { kind: 'bookmark', value: 'Spring fair' } },
      ]),
    )
  })

  it('opens a moment again that could not be saved when the next key was pressed', async () => {
    let isAway = true
    const { asked, user } = await started({
      'recorder.setMoment': () => {
        if (isAway) throw new CallFailed({ code: 'connection.lost', message: 'away' })
        return {}
      },
    })
    await user.keyboard('{Alt>}d{/Alt}')
    await user.keyboard('first')
    await user.keyboard('{Alt>}b{/Alt}')
    await user.keyboard('second')
    await waitFor(() => expect(asked('recorder.setMoment')).toHaveLength(1))
    isAway = false
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Text' })).toHaveProperty('value', 'first'),
    )
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(asked('recorder.setMoment').slice(1)).toMatchObject([
        { moment: { kind: 'bookmark', value: 'second' } },
        { moment: { kind: 'decision', value: 'first' } },
      ]),
    )
  })

  it('keeps a moment at the time of its key, with its text', async () => {
    const { asked, user } = await started()
    await user.keyboard('{Control>}m{/Control}')
    await user.click(await screen.findByRole('radio', { name: 'Decision' }))
    await user.type(await screen.findByRole('textbox', { name: 'Text' }), 'Spring fair{Enter}')
    expect(await screen.findByText('Spring fair')).toBeDefined()
    expect(asked('recorder.setMoment')).toMatchObject([
      { runningId: 'run1', moment: { kind: 'decision', value: 'Spring fair' } },
    ])
    expect(screen.queryByRole('textbox', { name: 'Text' })).toBeNull()
  })

  it('tells which device took the place of one that is gone, and writes it down', async () => {
    const { sound, asked } = await started()
    sound.unplug('Headset')
    expect(await screen.findByText('Headset is no longer available.')).toBeDefined()
    expect(await screen.findByText(/^Built-in took over at/u)).toBeDefined()
    await waitFor(() =>
      expect(asked('recorder.setDevice')).toEqual([{ runningId: 'run1', source: 0, device: 'Built-in' }]),
    )
  })

  it('is red after a pause until sound comes from the device that was plugged in again', async () => {
    const { sound, asked, user, writer } = await started()
    const { inputs } = sound
    sound.play()
    sound.inputs = []
    sound.unplug('Headset')
    await screen.findByText('Paused', {}, { timeout: 5_000 })
    sound.inputs = inputs
    await user.click(screen.getByRole('button', { name: 'Resume' }))
    await waitFor(() => expect(asked('recorder.resume').length).toBe(1))
    expect(useRecorderStore.getState().slots[0]).toMatchObject({ state: 'on', label: 'Headset' })
    sound.play(0)
    writer.acknowledge()
    expect(await screen.findByText('No sound: Microphone', {}, { timeout: 3_000 })).toBeDefined()
    expect(screen.queryByText('Safe on disk')).toBeNull()
    sound.play()
    await waitFor(() => expect(writer.blocks.length).toBeGreaterThan(2))
    writer.acknowledge()
    expect(await screen.findByText('Safe on disk', {}, { timeout: 3_000 })).toBeDefined()
  })

  it('pauses when no source is left', async () => {
    const { sound, asked } = await started()
    sound.inputs = []
    sound.unplug('Headset')
    expect(await screen.findByText('No source is left.')).toBeDefined()
    await waitFor(() => expect(asked('recorder.pause').length).toBe(1))
    expect(await screen.findByText('Paused')).toBeDefined()
  })

  it('goes on in a part of its own when the studio was started anew, with all that was not on disk', async () => {
    let starts = 0
    const { sound, writer, asked } = await started({
      'recorder.start': () => {
        starts += 1
        return { runningId: `run${starts}` }
      },
    })
    sound.play()
    await waitFor(() => expect(writer.blocks.length).toBe(1))
    writer.tell({ kind: 'refused', error: { code: 'recorder.unknown', message: 'unknown' } })
    await waitFor(() => expect(writer.attached).toEqual(['run1', 'run2']))
    await waitFor(() => expect(writer.blocks.map(({ sequence }) => sequence)).toEqual([0, 0]))
    expect(await screen.findByText('Parolo was started again.')).toBeDefined()
    expect(asked('recorder.start').length).toBe(2)
  })

  it('says that the disk fails, on the strip too, for as long as it does', async () => {
    const { sound, writer } = await started()
    sound.play()
    await waitFor(() => expect(writer.blocks.length).toBe(1))
    writer.acknowledge()
    const error = { code: 'disk.failed' as const, message: 'The library could not be written.' }
    writer.tell({ kind: 'failing', error })
    expect(await screen.findByText('The sound cannot be written to the disk.')).toBeDefined()
    expect(screen.getByText('The library could not be written.')).toBeDefined()
    const { running, slots } = useRecorderStore.getState()
    if (running === null) expect.fail('it does not run')
    const viewed = { running, slots, meters: new Map(), nowMs: running.acknowledgedAtMs ?? 0 }
    expect(recorderView(viewed, 'en', (key, values) => say('en', key, values))).toMatchObject({
      line: 'The sound cannot be written to the disk.',
      tone: 'warn',
    })
    writer.tell({ kind: 'failing', error: null })
    await waitFor(() => expect(screen.queryByText('The sound cannot be written to the disk.')).toBeNull())
  })

  it('says that the disk was full, and when', async () => {
    const { sound, writer } = await started()
    sound.play()
    await waitFor(() => expect(writer.blocks.length).toBe(1))
    writer.tell({ kind: 'stopped', reason: 'disk-full', atMs: Infinity })
    expect(await screen.findByText('The disk is full.')).toBeDefined()
  })
})

describe('Stop', () => {
  it('waits for the last sound, then asks for the transcript of what is in the library', async () => {
    const received = { nextSequence: 0 }
    const { sound, writer, asked, user, studio } = await started({
      'recorder.running': () => [
        {
          runningId: 'run1',
          title: 'T',
          language: 'auto',
          people: null,
          type: 'meeting',
          state: 'recording',
          elsewhere: false,
          isAttended: true,
          startedAtMs: 0,
          durationMs: 80,
          safeMs: 80,
          sources: [{ name: 'Me', role: 'microphone', device: 'Headset', safeMs: 80, ...received }],
          consent: null,
          moments: [],
          roomMinutes: null,
          stopReason: null,
          finished: null,
        },
      ],
      'recorder.result': () => ({ recordingId: 'rec9' }),
      'recordings.get': () => {
        throw new Error('not of this test')
      },
    })
    sound.play()
    await waitFor(() => expect(writer.blocks.length).toBe(1))
    sound.pass(40)
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    sound.play()
    await waitFor(() => expect(writer.blocks.length).toBe(2))
    expect(asked('recorder.stop')).toEqual([])
    // Held back by the studio: received, but not on disk.
    received.nextSequence = 2
    await waitFor(() => expect(asked('jobs.start')).toMatchObject([{ recordingId: 'rec9' }]))
    expect(studio.asked.findIndex(({ name }) => name === 'recorder.stop')).toBeLessThan(
      studio.asked.findIndex(({ name }) => name === 'recorder.result'),
    )
    await waitFor(() => expect(window.location.hash).toContain('/recording/rec9'))
    expect(window.localStorage.getItem('parolo.to-transcribe')).toBe('{}')
  })
})

describe('a recording that was stopped as the program was closed', () => {
  it('gets its transcript once its file is made', async () => {
    window.localStorage.setItem('parolo.to-transcribe', JSON.stringify({ run7: { language: 'fr' } }))
    let recordingId: string | null = null
    const { studio } = openPage('/', { answers: { 'recorder.result': () => ({ recordingId }) } })
    await waitFor(() => expect(studio.asked.some(({ name }) => name === 'recorder.result')).toBe(true))
    expect(studio.asked.some(({ name }) => name === 'jobs.start')).toBe(false)
    recordingId = 'rec7'
    studio.emit('recording-added')
    await waitFor(() =>
      expect(studio.asked.find(({ name }) => name === 'jobs.start')?.input).toEqual({
        recordingId: 'rec7',
        settings: { language: 'fr' },
      }),
    )
    await waitFor(() => expect(window.localStorage.getItem('parolo.to-transcribe')).toBe('{}'))
  })
})

it('tells that the computer slept, with when and for how long, and has it kept with the recording', async () => {
  const { asked, sound } = await started()
  sound.sleep(90_000)
  expect(await screen.findByText('This computer slept for 1:30.')).toBeDefined()
  await waitFor(() => expect(asked('recorder.slept')).toHaveLength(1))
  const [sleep] = asked('recorder.slept') as [{ fromMs: number; toMs: number }]
  expect(sleep.toMs - sleep.fromMs).toBe(90_000)
})

it('says how much sound is missing, and where the last of it is; not again what a sleep explains', async () => {
  const { sound, writer, user } = await started()
  writer.tell({ kind: 'missing', source: 0, atMs: 34_000, lengthMs: 640 })
  expect(await screen.findByText('0.6 s of sound are missing: Microphone.')).toBeDefined()
  writer.tell({ kind: 'missing', source: 0, atMs: 62_000, lengthMs: 260 })
  expect(await screen.findByText('0.9 s of sound are missing: Microphone.')).toBeDefined()
  expect(screen.getByText(/^This computer was too busy, last at 1:02\./u)).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Dismiss' }))
  sound.sleep(90_000)
  expect(await screen.findByText('This computer slept for 1:30.')).toBeDefined()
  writer.tell({ kind: 'missing', source: 0, atMs: 100, lengthMs: 90_010 })
  writer.tell({ kind: 'missing', source: 0, atMs: 200_000, lengthMs: 300 })
  expect(await screen.findByText('0.3 s of sound are missing: Microphone.')).toBeDefined()
})

describe('a recovered recording', () => {
  it('is heard before it is decided on: its last seconds, until they end or it is stopped', async () => {
    const plays: string[] = []
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(function (this: HTMLMediaElement) {
      plays.push(this.src)
      return Promise.resolve()
    })
    openPage('/', {
      answers: {
        'recorder.recovered': () => [
          { recordingId: 'r1', title: 'x', startedAtMs: 0, endedAtMs: 1, durationMs: 20_000 },
        ],
        'recorder.lastSeconds': () => ({ base64: btoa('RIFF') }),
        'recordings.counts': () => ({ all: 1, toCheck: 0, checked: 0, tags: [] }),
      },
    })
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Play the last ten seconds' }))
    await waitFor(() => expect(plays).toHaveLength(1))
    await user.click(screen.getByRole('button', { name: 'Stop playing' }))
    await screen.findByRole('button', { name: 'Play the last ten seconds' })
    vi.restoreAllMocks()
  })

  it('is asked about above the list; discarding asks once more', async () => {
    let cards = [
      { recordingId: 'r1', title: 'Garden committee', startedAtMs: 0, endedAtMs: 1, durationMs: 2_530_000 },
    ]
    const { studio } = openPage('/', {
      answers: {
        'recorder.recovered': () => cards,
        'recorder.discard': () => {
          cards = []
          return {}
        },
        'recordings.counts': () => ({ all: 1, toCheck: 0, checked: 0, tags: [] }),
      },
    })
    const user = userEvent.setup()
    const notice = await screen.findByRole('region', { name: 'Recording recovered, 42:10' })
    await waitFor(() =>
      expect(document.activeElement).toBe(within(notice).getByRole('button', { name: 'Keep' })),
    )
    await user.click(within(notice).getByRole('button', { name: 'Discard…' }))
    expect(studio.asked.some(({ name }) => name === 'recorder.discard')).toBe(false)
    const question = await screen.findByRole('alertdialog')
    await user.click(within(question).getByRole('button', { name: 'Discard' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: /recovered/u })).toBeNull())
  })
})
