import { killKinds, killWhileRecording, noiseFile } from './support/recording/kill-while-recording.ts'
import { expect, test } from './support/test.ts'

/** A block in transit, and what the page stores at most every 0.4 s. */
const MAX_LOST_MS = 1_000

test('studio, host and page are killed while a page records: one recording, at most a second is lost, and nothing that was called safe', async ({
  folder,
}) => {
  const { recordings, blocks, worstMs, untrue, stretches, killedAtMs } = await killWhileRecording(
    folder,
    await noiseFile(folder),
    killKinds,
  )
  expect(recordings).toBe(1)
  expect(blocks).toBeGreaterThan(100)
  const what = `missing: ${JSON.stringify(stretches)}, killed at ${JSON.stringify(killedAtMs)}`
  expect(worstMs, what).toBeLessThanOrEqual(MAX_LOST_MS)
  expect(untrue).toBe(0)
})
