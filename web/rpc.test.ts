import { describe, expect, it } from 'vitest'
import { openLibrary } from '#studio/library/open'
import { newRecording } from '../studio/library/testing/fixtures.ts'
import { openedHost } from './testing/opened-host.ts'
import { SocketPage } from './testing/socket-page.ts'

const closing = (page: SocketPage) =>
  new Promise<number>((resolve) => page.socket.once('close', (code: number) => resolve(code)))

describe('a page over its WebSocket', () => {
  it('hears what another program does to the library', async () => {
    const host = await openedHost()
    const page = await SocketPage.open(host.port, host.token)
    page.watch(0)
    const other = await openLibrary(host.folder)
    const { id } = await other.addRecording(newRecording('from the command line'))
    await other.close()
    await page.event(({ kind, touched }) => kind === 'recording-added' && touched.recordingId === id)
    expect(await page.call('recordings.list', {})).toMatchObject([{ id, path: null }])
  })

  it('that sends what is no message is let go', async () => {
    const host = await openedHost()
    for (const wrong of [
      'not json',
      '{"kind":"shout"}',
      '[]',
      Buffer.from('{"kind":"watch","since":null}'),
    ]) {
      const page = await SocketPage.open(host.port, host.token)
      const closed = closing(page)
      page.socket.send(wrong)
      expect(await closed).toBe(1008)
    }
    expect(host.troubles).toEqual([])
  })

  it('that sends too much at once is let go, and others go on', async () => {
    const host = await openedHost()
    const [loud, calm] = [
      await SocketPage.open(host.port, host.token),
      await SocketPage.open(host.port, host.token),
    ]
    const closed = closing(loud)
    loud.socket.on('error', () => undefined)
    loud.socket.send('x'.repeat(33 * 1024 * 1024))
    expect(await closed).toBe(1009)
    expect(await calm.call('recordings.list', {})).toEqual([])
    expect(host.troubles).toEqual([])
  })

  it('is told in words what fails', async () => {
    const host = await openedHost()
    const page = await SocketPage.open(host.port, host.token)
    await expect(page.call('recordings.get', { recordingId: 'none' })).rejects.toThrow(
      'recording.unknown: This recording is not in the library.',
    )
  })
})
