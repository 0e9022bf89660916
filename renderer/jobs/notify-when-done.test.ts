// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { EventKind } from '#contracts/events'
import { fakeStudio } from '../rpc/testing/fake-studio.ts'
import { LONG_TASK_MS, notifyWhenDone } from './notify-when-done.ts'
import { jobCard, recordingCard } from '../library/testing/cards.ts'

/** Notifications that the page sent. */
let sent: FakeNotification[] = []
let permission: NotificationPermission = 'granted'

class FakeNotification extends EventTarget {
  static get permission(): NotificationPermission {
    return permission
  }
  readonly title: string
  readonly options: NotificationOptions
  constructor(title: string, options: NotificationOptions) {
    super()
    this.title = title
    this.options = options
    sent.push(this)
  }
  close(): void {
    this.dispatchEvent(new Event('close'))
  }
}

/** Locks of one browser, whose pages share them. */
function fakeLocks(): Pick<LockManager, 'request'> {
  const held = new Set<string>()
  const request = async (name: string, _options: LockOptions, use: (lock: object | null) => unknown) => {
    if (held.has(name)) return use(null)
    held.add(name)
    return Promise.resolve(use({ name })).finally(() => held.delete(name))
  }
  return { request: request as LockManager['request'] }
}

const opened: string[] = []

/** A page that receives how a job ended. */
function openPage(job: Parameters<typeof jobCard>[0] = {}) {
  const studio = fakeStudio({
    'jobs.list': () => [jobCard({ state: 'done', workedMs: LONG_TASK_MS, ...job })],
    'recordings.get': () => recordingCard(),
  })
  notifyWhenDone(studio, {
    textOf: ({ error }) => error?.message ?? 'The transcript is ready.',
    onOpen: (recordingId) => opened.push(recordingId),
    onError: (error) => {
      throw error
    },
  })
  const end = (kind: EventKind = 'job-finished') => studio.emit(kind, { jobId: 'j1' })
  return { studio, end }
}

const look = (visibility: DocumentVisibilityState, hasFocus: boolean): void => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility)
  vi.spyOn(document, 'hasFocus').mockReturnValue(hasFocus)
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Notification', FakeNotification)
  vi.stubGlobal('navigator', { locks: fakeLocks() })
  look('hidden', false)
  sent = []
  permission = 'granted'
  opened.length = 0
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const settle = () => vi.advanceTimersByTimeAsync(5_000)

it('tells the recording and that its text is ready, and a click leads to it', async () => {
  openPage().end()
  await settle()
  expect(sent.map(({ title, options }) => [title, options.body])).toEqual([
    ['The repair café', 'The transcript is ready.'],
  ])
  sent[0]?.dispatchEvent(new Event('click'))
  expect(opened).toEqual(['r1'])
})

it('says why a task failed', async () => {
  const error = { code: 'engine.died', message: 'The engine ended.' } as const
  openPage({ state: 'failed', error }).end('job-failed')
  await settle()
  expect(sent.map(({ options }) => options.body)).toEqual(['The engine ended.'])
})

it('comes where the page is seen, but has no focus', async () => {
  look('visible', false)
  openPage().end()
  await settle()
  expect(sent).toHaveLength(1)
})

it.each<[string, () => void, Parameters<typeof jobCard>[0]]>([
  ['a page that is watched', () => look('visible', true), {}],
  ['a task of less than a minute', () => undefined, { workedMs: LONG_TASK_MS - 1 }],
  ['a task that has begun again', () => undefined, { state: 'running' }],
  ['a browser that does not allow it', () => void (permission = 'denied'), {}],
])('does not come for %s', async (_, prepare, job) => {
  prepare()
  openPage(job).end()
  await settle()
  expect(sent).toEqual([])
})

it('comes from one of several pages', async () => {
  const pages = [openPage(), openPage(), openPage()]
  for (const { end } of pages) end()
  await settle()
  expect(sent).toHaveLength(1)
})

it('does not come from a hidden page while another is watched', async () => {
  const hidden = openPage()
  const watched = openPage()
  hidden.end()
  look('visible', true)
  watched.end()
  look('hidden', false)
  await settle()
  expect(sent).toEqual([])
})

it('comes once a page, to be replaced by its tag, where a browser has no locks', async () => {
  vi.stubGlobal('navigator', {})
  const pages = [openPage(), openPage()]
  for (const { end } of pages) end()
  await settle()
  expect(new Set(sent.map(({ options }) => options.tag))).toEqual(new Set(['parolo-j1']))
})

it('reports what went wrong in asking for the task', async () => {
  const studio = fakeStudio({})
  const onError = vi.fn<(error: unknown) => void>()
  notifyWhenDone(studio, { textOf: () => '', onOpen: () => undefined, onError })
  studio.refuse(new Error('lost'))
  studio.emit('job-finished', { jobId: 'j1' })
  await settle()
  expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('lost'))
})

it('hears nothing any more once it is undone', async () => {
  const studio = fakeStudio({ 'jobs.list': () => [] })
  const undo = notifyWhenDone(studio, {
    textOf: () => '',
    onOpen: () => undefined,
    onError: () => undefined,
  })
  undo()
  studio.emit('job-finished', { jobId: 'j1' })
  await settle()
  expect(studio.asked).toEqual([])
})
