import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { Fault } from '#contracts/errors'
import type { ToPage } from '#contracts/wire'
import { newRecording, openedLibrary } from '../library/testing/fixtures.ts'
import type { CallOptions } from './call-options.ts'
import { Connection } from './connection.ts'
import type { Router } from './router.ts'
import { DirectPage, Refused } from './testing/direct-page.ts'

type Answer = (input: unknown, options: CallOptions) => Promise<unknown>

const noEvents = { watch: () => ({ stop: () => undefined }), lastEventNumber: () => Promise.resolve(0) }

/** A page of a router with this one answer. */
function pageOf(
  answer: Answer,
  { local = false, language = 'en' }: { readonly local?: boolean; readonly language?: 'en' | 'fr' } = {},
) {
  const bugs: unknown[] = []
  const router: Router = { answer: (_name, input, options) => answer(input, options) }
  const page = new DirectPage(
    (send) => new Connection({ router, library: noEvents, local, send, onBug: (error) => bugs.push(error) }),
    { language },
  )
  return { page, bugs }
}

const refused = (call: Promise<unknown>): Promise<Refused> =>
  call.then(
    () => {
      throw new Error('it was answered')
    },
    (error: unknown) => error as Refused,
  )

describe('calls', () => {
  it('are answered whenever they are ready, each with its own number', async () => {
    const first = Promise.withResolvers<unknown>()
    const { page } = pageOf((input) =>
      (input as { id: string }).id === 'slow' ? first.promise : Promise.resolve([]),
    )
    const slow = page.call('models.verify', { id: 'slow' })
    expect(await page.call('models.verify', { id: 'fast' })).toEqual([])
    first.resolve({ damagedFile: null })
    expect(await slow).toEqual({ damagedFile: null })
  })

  it('hear of the one who asks: language, and whether it is a window of the program', async () => {
    const heard: unknown[] = []
    const answer: Answer = (_input, { language, local }) => Promise.resolve(heard.push({ language, local }))
    await pageOf(answer, { language: 'fr', local: true }).page.call('jobs.list', {})
    await pageOf(answer).page.call('jobs.list', {})
    expect(heard).toEqual([
      { language: 'fr', local: true },
      { language: 'en', local: false },
    ])
  })

  it('fail in the language of the page', async () => {
    const { page } = pageOf(() => Promise.reject(new Fault('job.unknown')), { language: 'fr' })
    const { error } = await refused(page.call('jobs.pause', { jobId: 'x' }))
    expect(error).toEqual({
      code: 'job.unknown',
      message: 'Cette tâche n’existe plus.',
      remedy: 'Son enregistrement a peut-être été supprimé.',
    })
  })

  it('tell a browser the name of a file and never its place; a window both', async () => {
    const file = path.resolve('/home/ada/secret folder/talk.mp3')
    const answer: Answer = () => Promise.reject(new Fault('media.moved', { file }, `ffmpeg: ${file}: gone`))
    const inBrowser = JSON.stringify((await refused(pageOf(answer).page.call('jobs.list', {}))).error)
    expect(inBrowser).toContain('talk.mp3')
    expect(inBrowser).not.toContain('secret folder')
    const inWindow = await refused(pageOf(answer, { local: true }).page.call('jobs.list', {}))
    expect(inWindow.error.message).toContain(file)
  })

  it('that end in a bug of ours say `internal`, and the bug is reported', async () => {
    const bug = new TypeError('x is not a function')
    const { page, bugs } = pageOf(() => Promise.reject(bug))
    const { error } = await refused(page.call('jobs.list', {}))
    expect(error.code).toBe('internal')
    expect(error.detail).toContain('x is not a function')
    expect(bugs).toEqual([bug])
  })

  it('that are given up are answered at once, and their maker is told', async () => {
    let signalled: AbortSignal | undefined
    const { page } = pageOf((_input, { signal }) => {
      signalled = signal
      return new Promise(() => undefined)
    })
    const controller = new AbortController()
    const answer = refused(page.call('jobs.list', {}, controller.signal))
    controller.abort()
    expect((await answer).error.code).toBe('job.cancelled')
    expect(signalled?.aborted).toBe(true)
  })

  it('of a page that is gone are given up', async () => {
    let signalled: AbortSignal | undefined
    const { page } = pageOf((_input, { signal }) => {
      signalled = signal
      return new Promise(() => undefined)
    })
    void page.call('jobs.list', {})
    page.close()
    expect(signalled?.aborted).toBe(true)
  })

  it('of a number that is in use are refused', () => {
    const sent: ToPage[] = []
    const router: Router = { answer: () => new Promise(() => undefined) }
    const connection = new Connection({
      router,
      library: noEvents,
      local: false,
      send: (message) => sent.push(message),
    })
    const call = { kind: 'call', number: 1, name: 'jobs.list', input: {}, language: 'en' }
    connection.receive(call)
    connection.receive(call)
    expect(sent).toMatchObject([{ kind: 'failed', number: 1, error: { code: 'call.bad-input' } }])
    connection.close()
  })
})

describe('messages that are none', () => {
  it('are named as such', () => {
    const router: Router = { answer: () => Promise.resolve(null) }
    const connection = new Connection({ router, library: noEvents, local: false, send: () => undefined })
    for (const message of [null, 'call', {}, { kind: 'call', number: -1 }, { kind: 'watch', since: 'x' }]) {
      expect(connection.receive(message)).toBe(false)
    }
    expect(connection.receive({ kind: 'watch', since: null })).toBe(true)
    connection.close()
  })
})

describe('events', () => {
  const router: Router = { answer: () => Promise.resolve(null) }

  async function watchedLibrary() {
    const library = await openedLibrary()
    const page = () => new DirectPage((send) => new Connection({ router, library, local: false, send }))
    return { library, page }
  }

  it('come gathered, in order, from the moment of watching on', async () => {
    const { library, page } = await watchedLibrary()
    await library.addRecording(newRecording('before'))
    const watching = page()
    watching.watch()
    // Start watching after the events of the preceding calls.
    await library.lastEventNumber()
    await library.lastEventNumber()
    const names = Array.from({ length: 40 }, (_, index) => `r${index}`)
    const ids = await Promise.all(
      names.map(async (name) => (await library.addRecording(newRecording(name))).id),
    )
    await watching.event(({ touched }) => touched.recordingId === ids.at(-1))
    expect(watching.events.map(({ touched }) => touched.recordingId)).toEqual(ids)
    expect(watching.batches).toBeLessThan(ids.length / 2)
  })

  it('go on after the last that a page saw', async () => {
    const { library, page } = await watchedLibrary()
    const first = await library.addRecording(newRecording('first'))
    const seen = await library.lastEventNumber()
    const second = await library.addRecording(newRecording('second'))
    const again = page()
    again.watch(seen)
    await again.event(({ touched }) => touched.recordingId === second.id)
    expect(again.events.some(({ touched }) => touched.recordingId === first.id)).toBe(false)
  })

  it('that the log dropped are told as missed', async () => {
    const { library, page } = await watchedLibrary()
    const { id } = await library.addRecording(newRecording('renamed often'))
    for (let round = 0; round < 102; round++) {
      const titles = Array.from({ length: 100 }, (_, index) => `${round} ${index}`)
      await Promise.all(titles.map((title) => library.renameRecording(id, title)))
    }
    const late = page()
    late.watch(0)
    await late.event(({ kind }) => kind === 'recording-updated')
    expect(late.events[0]?.kind).toBe('events-missed')
  })

  it('of another library in the same place are told as missed', async () => {
    const { library, page } = await watchedLibrary()
    const watching = page()
    watching.watch(5_000)
    const missed = await watching.event(({ kind }) => kind === 'events-missed')
    expect(missed.seq).toBe(0)
    const { id } = await library.addRecording(newRecording('first of the other'))
    await watching.event(({ touched }) => touched.recordingId === id)
  })
})
