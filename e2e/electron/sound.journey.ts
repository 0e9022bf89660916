import type { Page } from '@playwright/test'
import type { SoundToPage } from '#contracts/sound-wire'
import { blockToBytes } from '#core/recording/block-bytes'
import { calledByPage } from './called-by-page.ts'
import { NEEDS_ELECTRON } from './program.ts'
import { expect, test } from './test.ts'

const START_MS = 1_800_000_000_000
const BLOCKS = 40
const FRAMES = 2_400

/** Sends blocks over a port of the page, like an audio worklet; resolves with the answers up to the last. */
function sendSound(page: Page, runningId: string, blocks: readonly (readonly number[])[], until: string) {
  return page.evaluate(
    ([id, sent, last]) =>
      new Promise<unknown[]>((resolve) => {
        const { port1, port2 } = new MessageChannel()
        const reported: unknown[] = []
        port1.addEventListener('message', ({ data }) => {
          reported.push(data)
          if (JSON.stringify(data).includes(last)) resolve(reported)
        })
        port1.start()
        window.postMessage('parolo-sound-port', location.origin, [port2])
        port1.postMessage({ kind: 'attach', runningId: id, language: 'en' })
        for (const block of sent) port1.postMessage(Uint8Array.from(block))
      }),
    [runningId, blocks, until] as const,
  )
}

test(`the window's sound reaches the recorder over a port and is acknowledged from the disk ${NEEDS_ELECTRON}`, async ({
  start,
}) => {
  const { page } = await start()
  const { runningId } = await calledByPage(page, 'recorder.start', {
    title: 'Talk',
    language: 'en',
    people: null,
    type: 'meeting',
    sources: [{ name: 'Me', role: 'microphone', device: 'mic' }],
    consent: null,
    atMs: START_MS,
  })
  const blocks = Array.from({ length: BLOCKS }, (_, sequence) => [
    ...blockToBytes({
      source: 0,
      run: 0,
      sequence,
      firstFrame: sequence * FRAMES,
      atMs: START_MS + sequence * 50,
      samples: new Int16Array(FRAMES).fill(100),
    }),
  ])
  const reported = (await sendSound(page, runningId, blocks, `"sequence":${BLOCKS}`)) as SoundToPage[]
  expect(reported[0]).toMatchObject({ kind: 'attached' })
  expect(reported.at(-1)).toEqual({
    kind: 'safe',
    sources: [{ source: 0, sequence: BLOCKS, frames: BLOCKS * FRAMES }],
  })
  const refused = (await sendSound(page, 'none', [], 'recorder.unknown')) as SoundToPage[]
  expect(refused).toMatchObject([{ kind: 'refused' }])
  await calledByPage(page, 'recorder.stop', { runningId, atMs: START_MS + 2_000 })
  const { recordingId } = await calledByPage(page, 'recorder.result', { runningId })
  const card = await calledByPage(page, 'recordings.get', { recordingId: recordingId ?? '' })
  expect(card).toMatchObject({ title: 'Talk', durationMs: 2_000 })
})
