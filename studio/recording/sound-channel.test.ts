import { expect, it } from 'vitest'
import type { SoundToPage } from '#contracts/sound-wire'
import { diskFault } from '../faults/disk-fault.ts'
import { emptyLiveFeed } from './live-feed.ts'
import type { Recorder } from './recorder.ts'
import type { RecorderNews, RunningRecording } from './running-recording.ts'
import { SoundChannel } from './sound-channel.ts'

it('tells a page that the disk fails, and one that comes later, without the path', async () => {
  const reported: SoundToPage[] = []
  const listeners = new Set<(news: RecorderNews) => void>()
  const running = {
    stopReason: null,
    isWaiting: false,
    joined: null,
    failing: null,
    live: emptyLiveFeed('off'),
    listeners,
    channels: new Set(),
    writer: { safe: [], isPaused: false },
  } as unknown as RunningRecording
  const recorder = { isWriting: () => true, get: () => running } as unknown as Recorder
  const open = async (): Promise<void> => {
    const channel = new SoundChannel({ recorder, send: (message) => reported.push(message) })
    channel.receive({ kind: 'attach', runningId: 'one', language: 'en' })
    await expect.poll(() => reported.at(0)?.kind).toBe('attached')
  }
  await open()
  running.failing = diskFault(Object.assign(new Error('EIO, write'), { code: 'EIO' }), '/home/ruth/library')
  for (const listener of listeners) listener({ kind: 'failing', error: running.failing })
  expect(reported.at(-1)).toMatchObject({ kind: 'failing', error: { code: 'disk.failed' } })
  expect(JSON.stringify(reported.at(-1))).not.toContain('/home/ruth')
  for (const listener of listeners) listener({ kind: 'failing', error: null })
  expect(reported.at(-1)).toEqual({ kind: 'failing', error: null })
  reported.length = 0
  await open()
  expect(reported.map(({ kind }) => kind)).toEqual(['attached', 'failing'])
})
