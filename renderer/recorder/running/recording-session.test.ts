import { expect, it } from 'vitest'
import type { SoundFromPage } from '#contracts/sound-wire'
import { createSteadyClock } from '#core/recording/steady-clock'
import type { SoundListeners } from '../../rpc/sound-connection.ts'
import { ModelStudio } from '../testing/model-studio.ts'
import { RecordingSession } from './recording-session.ts'

it('says what it keeps only where that follows what the studio had: a page that goes on after another has a gap', async () => {
  const sent: SoundFromPage[] = []
  let listeners: SoundListeners | null = null
  const now = () => 1_000
  const session = new RecordingSession({
    studio: new ModelStudio().client,
    language: () => 'en',
    clock: createSteadyClock(now, now),
    connect: (given) => {
      listeners = given
      return {
        send: (message) => sent.push(message),
        sendBytes: () => undefined,
        bufferedBytes: 0,
        close: () => undefined,
      }
    },
    storage: null,
    options: {
      title: 'Talk',
      language: 'auto',
      people: null,
      type: 'meeting',
      sources: [{ name: 'Me', role: 'microphone', device: 'mic' }],
      consent: null,
    },
    startedAtMs: 0,
    runningId: 'run1',
    library: null,
    inputs: [0],
    nextSequences: [7],
    run: 2,
    isWanted: () => true,
    onTaken: () => undefined,
    onPart: () => undefined,
    onConnected: () => undefined,
    onSafe: () => undefined,
    onDiskLow: () => undefined,
    onFailing: () => undefined,
    onError: () => undefined,
  })
  const samples = new Int16Array(3_840)
  session.begin()
  session.take({ input: 0, firstFrame: 0, endWallMs: 1_000, samples, peak: 1, clipped: 0 })
  const link = (): SoundListeners => listeners ?? expect.unreachable('no connection')
  link().onOpen()
  expect(sent[0]?.kept).toEqual([])
  link().onMessage({ kind: 'attached', isPaused: false, sources: [{ source: 0, sequence: 7, frames: 0 }] })
  link().onClose()
  await expect
    .poll(() => {
      link().onOpen()
      return sent.at(-1)?.kept
    })
    .toEqual([{ source: 0, sequence: 7 }])
})
