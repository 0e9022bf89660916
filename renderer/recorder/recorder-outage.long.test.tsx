// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CallFailed } from '../rpc/call-failed.ts'
import type { Answers } from '../rpc/testing/fake-studio.ts'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'
import { useMomentDraft } from './running/moment-draft.ts'
import { useRecorderStore } from './running/recorder-store.ts'
import { type FakeSound, fakeSound, fakeWriter } from './testing/fake-sound.ts'
import { memoryShelf } from './testing/memory-shelf.ts'

// A longer timeout for a busy machine; no test waits for something that never happens.
configure({ asyncUtilTimeout: 10_000 })

beforeEach(() => {
  forgetPage()
  useRecorderStore.setState({ slots: [], inputs: [], running: null, ended: null })
  useMomentDraft.setState({ draft: null })
})
afterEach(closePage)

const lost = (): never => {
  throw new CallFailed({ code: 'connection.lost', message: 'lost' })
}
const unknown = { kind: 'refused', error: { code: 'recorder.unknown', message: 'unknown' } } as const

/** A studio whose recordings are `run1`, `run2` …; starting the next one waits for `mayStart`. */
function studioOf(answers: Answers = {}) {
  const parts: { readonly title: string; readonly atMs: number }[] = []
  const studio = { mayStart: Promise.resolve(), parts }
  const all: Answers = {
    'recorder.room': () => ({ freeBytes: 42e9, minutes: 61 }),
    'recorder.start': async ({ title, atMs }) => {
      await studio.mayStart
      parts.push({ title, atMs })
      return { runningId: `run${parts.length}` }
    },
    'recorder.pause': () => ({}),
    'recorder.resume': () => ({}),
    'recorder.running': () => [],
    'recorder.result': () => ({ recordingId: null }),
    ...answers,
  }
  return { studio, answers: all }
}

function openRecorder(answers: Answers, shelf = memoryShelf()) {
  const sound = fakeSound(shelf)
  const writer = fakeWriter()
  const page = openPage('/record', {
    soundSystem: sound.system,
    host: { connectSound: writer.connect },
    answers: { 'recorder.stop': writer.stop, ...answers },
  })
  const asked = (name: string): unknown[] =>
    page.studio.asked.filter((call) => call.name === name).map(({ input }) => input)
  return { ...page, sound, writer, shelf, asked, user: userEvent.setup() }
}

async function pressRecord({ sound, user }: { sound: FakeSound; user: ReturnType<typeof userEvent.setup> }) {
  await waitFor(() => expect(useRecorderStore.getState().slots[0]?.state).toBe('on'))
  fireEvent.change(await screen.findByRole('textbox', { name: 'Name' }), { target: { value: 'Talk' } })
  sound.play()
  await user.click(await screen.findByRole('button', { name: 'Record' }))
}

async function recording(more: Answers = {}) {
  const { studio, answers } = studioOf(more)
  const page = openRecorder(answers)
  await pressRecord(page)
  await waitFor(() => expect(page.writer.attached).toEqual(['run1']))
  return { ...page, fake: studio }
}

describe('a studio that has closed the recording', () => {
  it('gets the sound for another one, however often it cannot be asked', async () => {
    let refusals = 0
    const { sound, writer, fake, user, asked } = await recording()
    sound.play()
    await waitFor(() => expect(writer.blocks.length).toBe(1))
    fake.mayStart = Promise.reject(new CallFailed({ code: 'connection.lost', message: 'lost' }))
    fake.mayStart.catch(() => (refusals += 1))
    writer.tell(unknown)
    await waitFor(() => expect(refusals).toBe(1))
    for (let played = 0; played < 10; played += 1) sound.play()
    fake.mayStart = Promise.resolve()
    await waitFor(() => expect(writer.attached.at(-1)).toBe('run2'))
    // The unacknowledged block, and all following ones, with their old numbers.
    await waitFor(() =>
      expect(writer.blocks.slice(1).map(({ sequence }) => sequence)).toEqual(numbers(0, 11)),
    )
    expect(fake.parts.map(({ title }) => title)).toEqual(['Talk', 'Talk (2)'])
    expect(await screen.findByText(/everything after it are in “Talk \(2\)”/u)).toBeDefined()
    writer.acknowledge()
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    sound.play()
    await waitFor(() => expect(asked('recorder.stop')).toMatchObject([{ runningId: 'run2' }]))
    await isOver()
  })

  it('loses nothing of what is captured while it begins another one', async () => {
    const { sound, writer, fake } = await recording()
    sound.play()
    await waitFor(() => expect(writer.blocks.length).toBe(1))
    const { promise, resolve } = Promise.withResolvers<void>()
    fake.mayStart = promise
    writer.tell(unknown)
    for (let played = 0; played < 10; played += 1) sound.play()
    resolve()
    await waitFor(() =>
      expect(writer.blocks.slice(1).map(({ sequence }) => sequence)).toEqual(numbers(0, 11)),
    )
    expect(fake.parts[1]?.atMs).toBe(writer.blocks[0]?.atMs)
  })
})

it('keeps what is captured from Record on, while the studio begins', async () => {
  const { studio, answers } = studioOf()
  const { promise, resolve } = Promise.withResolvers<void>()
  studio.mayStart = promise
  const page = openRecorder(answers)
  await pressRecord(page)
  await waitFor(() => expect(page.asked('recorder.start').length).toBe(1))
  for (let played = 0; played < 5; played += 1) page.sound.play()
  resolve()
  await waitFor(() => expect(page.writer.blocks.map(({ sequence }) => sequence)).toEqual(numbers(0, 5)))
})

describe('Stop while the studio is away', () => {
  it('is final, and carried out when it is back', async () => {
    const { sound, writer, user, asked } = await recording({ 'recorder.running': lost })
    sound.play()
    await waitFor(() => expect(writer.blocks.length).toBe(1))
    writer.refuseConnections(true)
    writer.lose()
    sound.play()
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    for (let played = 0; played < 5; played += 1) sound.play()
    expect(await screen.findByText(/^Stopped\. This browser keeps 0:00 of sound/u)).toBeDefined()
    expect(asked('recorder.stop')).toEqual([])
    writer.refuseConnections(false)
    // Everything captured until Stop, and nothing after it.
    await waitFor(() => expect(writer.blocks.map(({ sequence }) => sequence)).toEqual([0, 0, 1]))
    writer.acknowledge()
    await waitFor(() => expect(asked('recorder.stop')).toMatchObject([{ runningId: 'run1' }]))
    await isOver()
  })

  it('begins no recording afterwards but for the sound that is kept', async () => {
    const { sound, writer, user, asked, fake, shelf } = await recording()
    for (let played = 0; played < 10; played += 1) sound.play()
    await waitFor(() => expect(writer.blocks.length).toBe(10))
    writer.refuseConnections(true)
    writer.lose()
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    for (let played = 0; played < 5; played += 1) sound.play()
    writer.refuseConnections(false, unknown)
    await waitFor(() => expect(fake.parts.length).toBe(2))
    await waitFor(() =>
      expect(writer.blocks.slice(10).map(({ sequence }) => sequence)).toEqual(numbers(0, 10)),
    )
    writer.acknowledge()
    await waitFor(() => expect(asked('recorder.stop')).toMatchObject([{ runningId: 'run2' }]))
    await isOver()
    expect(fake.parts.length).toBe(2)
    await waitFor(() => expect(shelf.count).toBe(0))
  })

  it('ends without another recording when nothing is kept', async () => {
    const { sound, writer, user, asked } = await recording()
    sound.play()
    await waitFor(() => expect(writer.blocks.length).toBe(1))
    writer.acknowledge()
    writer.refuseConnections(true)
    writer.lose()
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    writer.refuseConnections(false, unknown)
    await isOver()
    expect(asked('recorder.start').length).toBe(1)
  })
})

describe('Pause while the studio is away', () => {
  it('holds at once, and is told when the studio is back, before any sound that came after it', async () => {
    let sentBefore: number | null = null
    const { sound, writer, user, asked } = await recording({
      'recorder.resume': () => {
        sentBefore = writer.blocks.length
        return {}
      },
    })
    sound.play()
    await waitFor(() => expect(writer.blocks.length).toBe(1))
    writer.refuseConnections(true)
    writer.lose()
    sound.play()
    await user.click(screen.getByRole('button', { name: 'Pause' }))
    expect(await screen.findByText('Paused')).toBeDefined()
    for (let played = 0; played < 5; played += 1) sound.play()
    await user.click(screen.getByRole('button', { name: 'Resume' }))
    sound.play()
    expect([...asked('recorder.pause'), ...asked('recorder.resume')]).toEqual([])
    writer.refuseConnections(false)
    await waitFor(() => expect(writer.blocks.map(({ sequence }) => sequence)).toEqual([0, 0, 1, 2]))
    expect(sentBefore).toBe(1)
    const [first, , before, after] = writer.blocks.map(({ atMs }) => atMs)
    expect(asked('recorder.pause')).toEqual([{ runningId: 'run1', atMs: (before ?? 0) + 80 }])
    expect(asked('recorder.resume')).toEqual([{ runningId: 'run1', atMs: after }])
    expect((after ?? 0) - (first ?? 0)).toBe(7 * 80)
  })

  it('is told by a later page too, which gives the sound that this one kept', async () => {
    const page = await recording()
    page.writer.refuseConnections(true)
    page.writer.lose()
    page.sound.play()
    await page.user.click(screen.getByRole('button', { name: 'Pause' }))
    page.sound.play()
    await page.user.click(screen.getByRole('button', { name: 'Resume' }))
    for (let played = 0; played < 20; played += 1) page.sound.play()
    cleanup()
    page.shelf.pageIsGone()
    useRecorderStore.setState({ running: null })
    const { answers } = studioOf()
    const later = openRecorder(answers, page.shelf)
    await waitFor(() => expect(later.writer.blocks.map(({ sequence }) => sequence)).toEqual(numbers(0, 21)))
    expect([later.asked('recorder.pause'), later.asked('recorder.resume')]).toMatchObject([
      [{ runningId: 'run1' }],
      [{ runningId: 'run1' }],
    ])
  })
})

describe('sound that a page kept which is gone', () => {
  /** A page that was killed while its studio was unavailable. */
  async function killedPage() {
    const page = await recording()
    page.writer.refuseConnections(true)
    page.writer.lose()
    for (let played = 0; played < 20; played += 1) page.sound.play()
    await waitFor(() => expect(useRecorderStore.getState().running?.isConnected).toBe(false))
    cleanup()
    page.shelf.pageIsGone()
    useRecorderStore.setState({ running: null })
    return page.shelf
  }

  it('is given to the recording that goes on', async () => {
    const shelf = await killedPage()
    const { answers } = studioOf()
    const { writer, asked } = openRecorder(answers, shelf)
    await waitFor(() => expect(writer.attached).toEqual(['run1']))
    await waitFor(() => expect(writer.blocks.map(({ sequence }) => sequence)).toEqual(numbers(0, 20)))
    writer.acknowledge()
    await waitFor(() => expect(shelf.count).toBe(0))
    expect([...asked('recorder.start'), ...asked('recorder.stop')]).toEqual([])
  })

  it('becomes another recording, reported with its length, where that is closed', async () => {
    const shelf = await killedPage()
    const { studio, answers } = studioOf()
    const { writer, asked } = openRecorder(answers, shelf)
    writer.refuseConnections(false, unknown)
    await waitFor(() => expect(studio.parts).toMatchObject([{ title: 'Talk (2)' }]))
    await waitFor(() => expect(writer.blocks.map(({ sequence }) => sequence)).toEqual(numbers(0, 20)))
    writer.acknowledge()
    await waitFor(() => expect(asked('recorder.stop').length).toBe(1))
    expect(
      await screen.findByText('This browser had kept 0:01 of sound. It is now the recording “Talk (2)”.'),
    ).toBeDefined()
    await waitFor(() => expect(shelf.count).toBe(0))
  })

  it('is left alone by another library at the same address', async () => {
    const shelf = await killedPage()
    const own = { name: 'other', folder: '/other' }
    const { answers } = studioOf({ 'libraries.list': () => ({ own, listed: [], usual: null }) })
    const { writer, asked } = openRecorder(answers, shelf)
    await waitFor(() => expect(asked('libraries.list').length).toBeGreaterThan(0))
    shelf.pageIsGone()
    await waitFor(async () => expect(await shelf.takeLeft()).toHaveLength(1))
    expect(writer.attached).toEqual([])
  })
})

/** Its devices are closed, too. */
const isOver = () =>
  waitFor(() => expect(useRecorderStore.getState()).toMatchObject({ running: null, ended: {} }))

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
