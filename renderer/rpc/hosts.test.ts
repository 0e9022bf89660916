// @vitest-environment happy-dom
import { unzipSync } from 'fflate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { describeFault } from '#contracts/describe-fault'
import { Fault } from '#contracts/errors'
import type { WindowAnswer, WindowBridge } from '#contracts/window-bridge'
import { createBrowserHost } from './browser-host.ts'
import { CallFailed } from './call-failed.ts'
import { PageAccess } from './page-access.ts'
import { fakeStorage } from './testing/fake-storage.ts'
import { fakeStudio } from './testing/fake-studio.ts'
import { createWindowClient } from './window-client.ts'
import { createWindowHost } from './window-host.ts'

const file = new File(['x'], 'cafe.mp3')
const options = { signal: new AbortController().signal, onProgress: () => {} }

describe('the window', () => {
  const house = (path: string, answer: WindowAnswer<unknown> = { kind: 'done', output: true }) => {
    const invoked: unknown[] = []
    const studio = fakeStudio({
      'recordings.add': () => ({ recordingId: 'r1', transcript: null }),
      'recordings.locate': ({ recordingId }) => ({ recordingId }),
    })
    const invoke = ((name: string, value: unknown) => {
      invoked.push([name, value])
      return Promise.resolve(answer)
    }) as WindowBridge['invoke']
    const bridge = {
      pathOf: () => path,
      invoke,
      onStudio: () => () => {},
    }
    return { studio, invoked, host: createWindowHost(bridge, studio, () => 'en') }
  }

  it('adds a file by its path, and shows where a missing one is', async () => {
    const { studio, host } = house('/home/nora/cafe.mp3')
    await expect(host.importFile(file, options)).resolves.toEqual({
      recordingId: 'r1',
      transcript: null,
    })
    await expect(host.importFile(file, { ...options, recordingId: 'old' })).resolves.toEqual({
      recordingId: 'old',
      transcript: null,
    })
    expect(studio.asked).toEqual([
      { name: 'recordings.add', input: { path: '/home/nora/cafe.mp3' } },
      { name: 'recordings.locate', input: { recordingId: 'old', path: '/home/nora/cafe.mp3' } },
    ])
  })

  it('adds what the program was opened with, or what was picked, by its path alone', async () => {
    const { studio, host } = house('', { kind: 'done', output: ['C:\\Sons\\café.mp3'] })
    const [picked = ''] = await host.pickFiles({ several: true })
    const reported: unknown[] = []
    await host.importFile(picked, { ...options, onProgress: (progress) => reported.push(progress) })
    expect(studio.asked).toEqual([{ name: 'recordings.add', input: { path: 'C:\\Sons\\café.mp3' } }])
    expect(reported).toEqual([{ fileName: 'café.mp3', sentBytes: 0, totalBytes: 0 }])
  })

  it('tells in words what the window could not do', async () => {
    const error = describeFault(new Fault('disk.full', { folder: '/home/nora' }), 'fr')
    const { host } = house('/x', { kind: 'failed', error })
    const captions = { fileName: 'a.srt', mediaType: 'text/plain', bytes: new Uint8Array([1]) }
    await expect(host.saveFile(captions)).rejects.toEqual(new CallFailed(error))
  })

  it('says so when a file has no place', async () => {
    const { host } = house('')
    await expect(host.importFile(file, options)).rejects.toMatchObject({ error: { code: 'media.not-found' } })
  })

  it('asks the system to save and to show', async () => {
    const { host, invoked } = house('/x')
    const bytes = new Uint8Array([1])
    await host.saveFile({ fileName: 'a.srt', mediaType: 'text/plain', bytes })
    await host.showInFolder('r1')
    expect(invoked).toEqual([
      ['save-file', { fileName: 'a.srt', bytes }],
      ['show-in-folder', { recordingId: 'r1' }],
    ])
    await expect(host.mediaUrl('a/b', 'sound')).resolves.toBe('media://recording/a%2Fb/sound')
  })

  it('asks the system for a folder where several are saved', async () => {
    const { host, invoked } = house('/x')
    const bytes = new Uint8Array([1])
    const files = ['a.srt', 'a.vtt'].map((fileName) => ({ fileName, mediaType: 'text/plain', bytes }))
    await expect(host.saveFiles({ name: 'a', files })).resolves.toBe(true)
    expect(invoked).toEqual([
      [
        'save-files',
        {
          files: [
            { fileName: 'a.srt', bytes },
            { fileName: 'a.vtt', bytes },
          ],
        },
      ],
    ])
    const canceled = house('/x', { kind: 'done', output: false })
    await expect(canceled.host.saveFiles({ name: 'a', files })).resolves.toBe(false)
  })

  it('is connected from the start, and again once the studio is back', async () => {
    const sent: unknown[] = []
    let sendMessage: Parameters<WindowBridge['onMessage']>[0] = () => {}
    let sendState: Parameters<WindowBridge['onStudio']>[0] = () => {}
    const client = createWindowClient(
      {
        send: (message) => sent.push(message),
        onMessage: (listener) => {
          sendMessage = listener
          return () => {}
        },
        onStudio: (listener) => {
          sendState = listener
          return () => {}
        },
      },
      () => 'fr',
    )
    expect(client.connection).toBe('connected')
    const answer = client.call('jobs.list', {})
    sendMessage({ kind: 'done', number: 1, output: [] })
    await expect(answer).resolves.toEqual([])
    expect(sent).toEqual([
      { kind: 'watch', since: null },
      { kind: 'call', number: 1, name: 'jobs.list', input: {}, language: 'fr', locale: navigator.language },
    ])

    // The studio's process dies and is restarted.
    sendMessage({ kind: 'events', events: [{ seq: 7, kind: 'job-progress', touched: {} }] })
    const unanswered = client.call('jobs.list', {})
    sendState('lost')
    await expect(unanswered).rejects.toMatchObject({ error: { code: 'connection.lost' } })
    expect(client.connection).toBe('lost')
    sendState('connected')
    expect(client.connection).toBe('connected')
    expect(sent.at(-1)).toEqual({ kind: 'watch', since: 7 })
  })
})

describe('a browser', () => {
  const access = new PageAccess({
    token: null,
    tab: fakeStorage(),
    allTabs: fakeStorage(),
    fetch: (_path, init) => {
      const { path } = JSON.parse(init?.body as string) as { path: string }
      return Promise.resolve(Response.json({ ticket: `for ${path}` }))
    },
  })
  afterEach(() => void vi.restoreAllMocks())

  it('downloads under the name it was given', async () => {
    const clicked: { name: string; address: string }[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      clicked.push({ name: this.download, address: this.href })
    })
    const host = createBrowserHost(fakeStudio({}), access)
    const bytes = new TextEncoder().encode('1\n')
    await expect(host.saveFile({ fileName: 'été.srt', mediaType: 'text/plain', bytes })).resolves.toBe(
      'été.srt',
    )
    expect(clicked).toEqual([{ name: 'été.srt', address: expect.stringMatching(/^blob:/u) }])
    await expect(host.pickFolder()).resolves.toBeNull()
    await expect(host.mediaUrl('r 1', 'peaks')).resolves.toBe(
      '/media/r%201/peaks?ticket=for /media/r%201/peaks',
    )
  })

  it('downloads several files as one archive', async () => {
    const blobs: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob)
      return 'blob:here'
    })
    const names: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      names.push(this.download)
    })
    const host = createBrowserHost(fakeStudio({}), access)
    const textFile = (fileName: string, text: string) => ({
      fileName,
      mediaType: 'text/plain',
      bytes: new TextEncoder().encode(text),
    })
    const files = [textFile('été.srt', '1\n'), textFile('été.parolo.json', '{"à": 1}')]
    await expect(host.saveFiles({ name: 'été', files })).resolves.toBe(true)
    expect(names).toEqual(['été.zip'])
    expect(blobs[0]?.type).toBe('application/zip')
    const entries = unzipSync(new Uint8Array(await blobs[0]!.arrayBuffer()))
    const texts = Object.entries(entries).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])
    expect(texts).toEqual([
      ['été.srt', '1\n'],
      ['été.parolo.json', '{"à": 1}'],
    ])
  })
})
