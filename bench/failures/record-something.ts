import { RECORDING_RATE } from '#core/recording/block'
import { blockToBytes } from '#core/recording/block-bytes'
import type { StudioService } from '#studio/service'
import type { Call } from './page-calls.ts'

const BLOCK_MS = 50
const SECONDS = 2

/** Records two seconds at once with this title, like a page, until they are a recording in the library. */
export async function recordSomething(service: StudioService, call: Call, title: string): Promise<void> {
  const atMs = Date.now()
  const { runningId } = await call('recorder.start', {
    title,
    language: 'en',
    people: null,
    type: 'meeting',
    sources: [{ name: 'Me', role: 'microphone', device: 'made up' }],
    consent: null,
    atMs,
  })
  const channel = service.openSoundChannel(() => undefined)
  channel.receive({ kind: 'attach', runningId, language: 'en' })
  const frames = (RECORDING_RATE * BLOCK_MS) / 1_000
  for (let sequence = 0; sequence < (SECONDS * 1_000) / BLOCK_MS; sequence += 1) {
    const firstFrame = sequence * frames
    const samples = Int16Array.from({ length: frames }, (_, at) => 9_000 * Math.sin((firstFrame + at) / 17))
    const block = { source: 0, run: 0, sequence, firstFrame, atMs: atMs + sequence * BLOCK_MS, samples }
    channel.receiveBytes(blockToBytes(block))
  }
  await call('recorder.stop', { runningId, atMs: atMs + SECONDS * 1_000 })
  channel.close()
  const { recordingId } = await call('recorder.result', { runningId })
  if (recordingId === null) throw new Error(`nothing of ${title} was recorded`)
}
